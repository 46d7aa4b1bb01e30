import path from 'node:path';

import {readBuiltSite, versionsOf} from '../outputs/builtSite.ts';
import {writeWholeFile} from '../lib/node/writeWholeFile.ts';
import {isPaper, papers} from '../outputs/book/paper.ts';
import {createPdf, pdfFile} from '../outputs/book/index.ts';
import {builtFolder, runCommand, versionNamed} from './command.ts';

const command = {
  usage: `npm run pdf -- [--version 버전] [--out 파일] [--paper ${Object.keys(papers).join('|')}] [--plain]`,
  options: {
    version: {type: 'string'},
    out: {type: 'string'},
    paper: {type: 'string', default: 'a5'},
    plain: {type: 'boolean', default: false},
  },
} as const;

/** `npm run pdf`: the PDF of one version, from an existing `build/`. */
void runCommand(command, async ({values: {version: wanted, out, paper, plain}}) => {
  if (!isPaper(paper)) {
    throw new Error(`--paper는 ${Object.keys(papers).join(', ')} 가운데 하나입니다: ${paper}`);
  }
  const folder = builtFolder();
  const pages = readBuiltSite(folder);
  const version = versionNamed(wanted, versionsOf(pages));
  const file = path.resolve(out ?? path.join(folder, pdfFile(version.name, paper)));
  const layout = {paper, isPlain: plain};
  const {bytes, pageCount} = await createPdf({folder, pages}, version, layout, (step) => {
    console.log(`${step} …`);
  });
  await writeWholeFile(file, bytes);
  console.log(
    `${path.relative(process.cwd(), file)}: ${pageCount}쪽, ${Math.round(bytes.length / 1000)} KB`,
  );
});
