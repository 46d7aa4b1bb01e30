import {formatFinding} from '../../lib/finding.ts';
import type {Reporter} from './index.ts';

/** For people: `docs/a.md:3:1 메시지 (rule-id)`. */
export const text: Reporter = (findings) => findings.map(formatFinding);
