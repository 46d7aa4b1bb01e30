import {writeOutputs} from './outputs.ts';
import {readChanges} from './readChanges.ts';

/** `node scripts/ci/changes.ts 폴더`: what a pull request changes, told to the workflow. */
const {isContentOnly, files} = readChanges(process.argv[2] ?? '.');
writeOutputs({'content-only': String(isContentOnly), files: files.join(' ')});
