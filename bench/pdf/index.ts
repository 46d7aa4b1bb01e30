import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

import {PDFDocument} from '@cantoo/pdf-lib';

import {findExecutable} from '../../lib/node/browser.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {install} from '../install.ts';
import {serveForBench} from '../serve.ts';
import {table} from '../table.ts';
import {measure, type Run} from '../measure.ts';
import {writeSyntheticSite} from './syntheticSite.ts';

const maximumBytesPerPage = 10_000;

interface Row extends Run {
  label: string;
  bytes: number;
  pages: number;
}

/**
 * Makes the PDF of our site with us and with docs-to-pdf in one run, and ours of
 * larger and larger sites. Linux only: memory is read from /proc.
 * @param sizes numbers of pages of the larger sites
 * @returns false when a page of ours weighs more than 10 KB
 */
export async function benchPdf(sizes: readonly number[]): Promise<boolean> {
  const built = path.join(repositoryRoot, 'build');
  if (!existsSync(path.join(built, 'index.html'))) {
    throw new Error('build/가 없습니다. 먼저 npm run build를 실행해 주세요.');
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'kkori-bench-pdf-'));
  try {
    const theirs = await docsToPdf(built, path.join(folder, 'docs-to-pdf.pdf'));
    const ours = await ourPdf('꼬리물기', built, path.join(folder, 'ours.pdf'));
    const grown: Row[] = [];
    for (const size of sizes) {
      const site = path.join(folder, `site-${size}`);
      writeSyntheticSite(built, site, size);
      grown.push(await ourPdf(`꼬리물기, 글 ${size}개`, site, path.join(folder, `${size}.pdf`)));
    }
    console.log(table([header, ...[ours, theirs, ...grown].map(cells)]));
    const faster = theirs.seconds / ours.seconds;
    const smaller = theirs.bytes / ours.bytes;
    console.log(
      `\n같은 사이트에서 docs-to-pdf보다 ${faster.toFixed(1)}배 빠르고 ${smaller.toFixed(1)}배 작습니다.`,
    );
    return ours.bytes / ours.pages <= maximumBytesPerPage;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

const header = ['', '초', '메모리 MB', 'KB', '쪽', 'KB/쪽', '쪽/초'];

function cells({label, seconds, megabytes, bytes, pages}: Row): string[] {
  return [
    label,
    seconds.toFixed(1),
    megabytes.toFixed(0),
    (bytes / 1000).toFixed(0),
    String(pages),
    (bytes / 1000 / pages).toFixed(1),
    (pages / seconds).toFixed(1),
  ];
}

async function ourPdf(label: string, site: string, file: string): Promise<Row> {
  console.error(`잽니다: ${label}`);
  const tsx = path.join(repositoryRoot, 'node_modules/tsx/dist/cli.mjs');
  const print = path.join(repositoryRoot, 'bench/pdf/print.ts');
  return rowOf(label, file, await measure(process.execPath, [tsx, print, site, file], repositoryRoot));
}

async function docsToPdf(built: string, file: string): Promise<Row> {
  const peer = path.join(repositoryRoot, 'bench/peers/docs-to-pdf');
  install(peer);
  console.error('잽니다: docs-to-pdf');
  const browser = await findExecutable();
  const server = await serveForBench(built);
  try {
    const run = await measure(
      process.execPath,
      [
        path.join(peer, 'node_modules/docs-to-pdf/lib/cli.js'),
        'docusaurus',
        `--initialDocURLs=${server.origin}docs/virtualization/`,
        '--version=3',
        '--paperFormat=A4',
        '--puppeteerArgs=--no-sandbox',
        `--outputPDFFilename=${file}`,
      ],
      peer,
      {...browser.environment, PUPPETEER_EXECUTABLE_PATH: browser.path},
    );
    return await rowOf('docs-to-pdf 1.1.0', file, run);
  } finally {
    server.close();
  }
}

async function rowOf(label: string, file: string, run: Run): Promise<Row> {
  const bytes = readFileSync(file);
  const document = await PDFDocument.load(bytes, {updateMetadata: false});
  return {...run, label, bytes: bytes.length, pages: document.getPageCount()};
}
