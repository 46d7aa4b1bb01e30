import {folderFile, notStoredAddress, takeAlongAddress} from '../../lib/takeAlong.ts';
import {pagesIn, versionsOf, type BuiltPage} from '../builtSite.ts';
import type {Output} from '../output.ts';
import {bundleForDisk} from '../pages/bundleBrowser.ts';
import {editionFilesOf} from './editionFiles.ts';
import {packFolder} from './folder.ts';

/** Of the web alone: the page of its errors, and those of what one takes along from it. */
const ofTheWeb = ['404.html', takeAlongAddress, notStoredAddress];

/** Every released version as a folder that opens from disk. */
export default {
  label: '가지고 다닐 것',
  async make(site) {
    const home = site.pages.find(({address}) => address === '') as BuiltPage;
    const script = await bundleForDisk();
    return versionsOf(site.pages)
      .filter(({isReleased}) => isReleased)
      .map((version) => {
        const edition = editionFilesOf(version, site, ofTheWeb);
        const start = version.isLatest ? home : (pagesIn(version.sidebar)[0] ?? home);
        return {
          path: folderFile(version.name),
          content: packFolder(edition, start, site.pages, script),
        };
      });
  },
} satisfies Output;
