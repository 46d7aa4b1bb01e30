import {formatBytes} from '../../lib/books.ts';
import {
  deckFile,
  editionFile,
  fileSizePlaceholder,
  folderFile,
  notStoredAddress,
  takeAlongAddress,
  workerFile,
} from '../../lib/takeAlong.ts';
import {styleGuideAddress} from '../../site/styleGuide.ts';
import {pageFile, pagesIn, versionsOf, type BuiltPage} from '../builtSite.ts';
import type {Output, OutputFile} from '../output.ts';
import {bundleForDisk, bundleWorker} from '../pages/bundleBrowser.ts';
import {editionFilesOf} from './editionFiles.ts';
import {packFolder} from './folder.ts';
import {editionOf} from './storedEdition.ts';

/** No reader's: the page for addresses that do not exist, and the one for those who design. */
const notForReading = ['404.html', styleGuideAddress];
/** What one takes along from the web is of no use in what one has taken along. */
const ofTheWeb = [...notForReading, takeAlongAddress, notStoredAddress];

/**
 * Every released version as a folder that opens from disk, and the latest as what a browser can
 * store; then the page that offers them, with the sizes of all that one can take along.
 */
export default {
  label: '오프라인으로 볼 것',
  async make(site) {
    const versions = versionsOf(site.pages).filter(({isReleased}) => isReleased);
    const home = site.pages.find(({address}) => address === '') as BuiltPage;
    const script = await bundleForDisk();
    const folders = versions.map((version): OutputFile => {
      const start = version.isLatest ? home : (pagesIn(version.sidebar)[0] ?? home);
      const edition = editionFilesOf(version, site, ofTheWeb);
      return {
        path: folderFile(version.name),
        content: packFolder(edition, start, site.pages, script),
      };
    });

    const offer = pageFile(takeAlongAddress);
    let page = String(site.files.get(offer));
    const writeSize = (file: string, bytes: number) => {
      page = page.replaceAll(fileSizePlaceholder(file), formatBytes(bytes));
    };
    for (const {path, content} of [
      ...folders,
      ...versions.map(({name}) => ({
        path: deckFile(name),
        content: site.files.get(deckFile(name)) ?? '',
      })),
    ]) {
      writeSize(path, content.length);
    }
    const [latest] = versions.filter(({isLatest}) => isLatest);
    if (!latest) {
      throw new Error('방문자가 먼저 보는 버전이 없습니다.');
    }
    const files = editionFilesOf(latest, site, notForReading);
    // What it says of its own size makes it no byte longer that would show.
    writeSize(editionFile, editionOf(latest.label, files, site.files).packedBytes);
    const written = new Map([...site.files, [offer, page]]);
    return [
      ...folders,
      {path: offer, content: page},
      {path: editionFile, content: JSON.stringify(editionOf(latest.label, files, written))},
      // In the place of `worker`, `withdraw` is the kill switch (decisions/13-taking-along.md).
      {path: workerFile, content: await bundleWorker('worker')},
    ];
  },
} satisfies Output;
