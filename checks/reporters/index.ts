import type {Finding} from '../../lib/finding.ts';
import {github} from './github.ts';
import {json} from './json.ts';
import {text} from './text.ts';

/** What findings look like to somebody: nothing but lines, ready to print. */
export type Reporter = (findings: readonly Finding[]) => string[];

/** The formats that `npm run check -- --format` knows. */
export const reporters: Record<string, Reporter> = {text, github, json};
