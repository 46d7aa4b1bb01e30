import {existsSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';

import {readBuiltSite, versionsOf} from '../outputs/builtSite.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {writeWholeFile} from '../lib/node/writeWholeFile.ts';
import {isPaper, papers} from '../outputs/book/bookHtml.ts';
import {createPdf, pdfFile} from '../outputs/book/index.ts';

const usage = `npm run pdf -- [--version 버전] [--out 파일] [--paper ${Object.keys(papers).join('|')}]`;

/** `npm run pdf`: the PDF of one version, from an existing `build/`. */
async function pdf(): Promise<void> {
  const {version: wanted, out, paper} = readArguments();
  if (!isPaper(paper)) {
    throw new Error(`--paper는 ${Object.keys(papers).join(', ')} 가운데 하나입니다: ${paper}`);
  }
  const folder = path.join(repositoryRoot, 'build');
  if (!existsSync(folder)) {
    throw new Error('build/가 없습니다. 먼저 npm run build를 실행해 주세요.');
  }
  const pages = readBuiltSite(folder);
  const versions = versionsOf(pages);
  const version =
    wanted === undefined
      ? versions[0]
      : versions.find(({name, label}) => name === wanted || label === wanted);
  if (!version) {
    throw new Error(
      `버전 ${wanted ?? ''}이(가) build/에 없습니다. 있는 버전: ${versions.map(({label}) => label).join(', ')}`,
    );
  }
  const file = path.resolve(out ?? path.join(folder, pdfFile(version.name)));
  const {pdf: bytes, pageCount} = await createPdf({folder, pages}, version, paper, (step) => {
    console.log(`${step} …`);
  });
  await writeWholeFile(file, bytes);
  console.log(
    `${path.relative(process.cwd(), file)}: ${pageCount}쪽, ${Math.round(bytes.length / 1000)} KB`,
  );
}

function readArguments(): {version?: string; out?: string; paper: string} {
  try {
    return parseArgs({
      options: {
        version: {type: 'string'},
        out: {type: 'string'},
        paper: {type: 'string', default: 'a4'},
      },
    }).values;
  } catch (cause) {
    throw new Error(`이렇게 써 주세요: ${usage}`, {cause});
  }
}

pdf().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
