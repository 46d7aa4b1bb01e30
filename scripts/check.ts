import {existsSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';

import {checkContent} from '../checks/checkContent.ts';
import {formatFinding} from '../lib/finding.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';

/** `npm run check [-- files…]`: all content is read; with files, only theirs is printed. */
const {positionals} = parseArgs({allowPositionals: true});
const only = new Set(positionals.map((file) => file.replace(/^\.\//, '')));

const missing = [...only].filter((file) => !existsSync(path.join(repositoryRoot, file)));
if (missing.length > 0) {
  console.error(`없는 파일입니다: ${missing.join(', ')}`);
  process.exit(1);
}

const {findings, pageCount} = checkContent(repositoryRoot);
const shown = only.size === 0 ? findings : findings.filter(({file}) => only.has(file));
for (const finding of shown) {
  console.log(formatFinding(finding));
}
if (shown.length > 0) {
  console.error(`고칠 곳이 ${shown.length}군데 있습니다.`);
  process.exitCode = 1;
} else {
  console.log(`글 ${only.size || pageCount}개를 검사했습니다. 고칠 곳이 없습니다.`);
}
