import {rmSync} from 'node:fs';
import path from 'node:path';

import type {Element, Root} from 'hast';
import {select} from 'hast-util-select';
import {h} from 'hastscript';
import {SKIP, visit} from 'unist-util-visit';

import {alsoAskedMark, isMarked} from '../../lib/pageMarkup.ts';
import {algoliaOptions} from '../../site/algoliaOptions.ts';
import {missingLicenseMessage, packagesWithoutLicense} from '../../site/licenses/readLicenses.ts';
import {siteAddress} from '../../site/siteAddress.ts';
import type {Output} from '../output.ts';
import {bundleBrowser, scriptFolder} from './bundleBrowser.ts';
import {deadControlsIn} from './deadControls.ts';
import {runnableIn} from './runnableContent.ts';
import {speculationRules} from './speculationRules.ts';
import {keepWordsWhole} from './wholeWords.ts';

/**
 * Finishes the pages: takes out what only their making needed, keeps words whole, and puts in the
 * scripts of src/browser, in the place of what Docusaurus has bundled for the browser.
 * @throws Error in Korean when a page has a control that would do nothing, its article holds what runs,
 * or a script part of a package whose license readers do not get
 */
export default {
  label: '페이지의 스크립트',
  async make({siteDir, folder, pages}) {
    const {baseUrl} = siteAddress(process.env);
    const leftOut = algoliaOptions(process.env) ? [] : ['./algolia'];
    const {files, sources, loader, beforePaint} = await bundleBrowser(baseUrl, leftOut);
    const unlicensed = packagesWithoutLicense(siteDir, sources);
    if (unlicensed.length > 0) {
      throw new Error(missingLicenseMessage(unlicensed));
    }
    const dead = pages.flatMap(({address, root}) =>
      deadControlsIn(root).map((control) => `/${address}: ${control}`),
    );
    if (dead.length > 0) {
      throw new Error(
        `눌러도 아무 일이 없을 것이 페이지에 있습니다. 스크립트 없이 되는 HTML로 바꾸거나, data-behavior를 달고 src/browser에 동작을 만들어 주세요.\n${dead.join('\n')}`,
      );
    }
    const running = pages.flatMap(({address, root}) =>
      runnableIn(root).map((what) => `/${address}: ${what}`),
    );
    if (running.length > 0) {
      throw new Error(
        `글에서 코드를 실행하거나 다른 문서를 끌어오는 것이 페이지에 들어갔습니다. 글에서 지워 주세요.\n${running.join('\n')}`,
      );
    }
    for (const {root} of pages) {
      tidy(root);
      keepWordsWhole(root);
      const {children} = select('head', root) as Element;
      // Before the style sheet, for which an inline script would wait.
      const sheet = children.findIndex((child) => child.type === 'element' && isSheet(child));
      children.splice(
        sheet,
        0,
        h('script', loader),
        h('script', {type: 'speculationrules'}, speculationRules(baseUrl)),
      );
      select('body', root)?.children.push(h('script', beforePaint));
    }
    rmSync(path.join(folder, scriptFolder), {recursive: true});
    return files;
  },
} satisfies Output;

function isSheet({tagName, properties}: Element): boolean {
  return tagName === 'link' && String(properties.rel) === 'stylesheet';
}

/** What the search has read, and the pictures that React would have a browser fetch before all else. */
function isOnlyForMaking(element: Element): boolean {
  const {tagName, properties} = element;
  return isMarked(element, alsoAskedMark) || (tagName === 'link' && properties.as === 'image');
}

/** Takes out of a page what was for its making alone. */
function tidy(root: Root): void {
  visit(root, 'element', (element, index, parent) => {
    const {properties} = element;
    delete properties.dataRh;
    delete properties.dataHasHydrated;
    if (isOnlyForMaking(element) && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (element.tagName === 'svg' && properties.style === 'display: none;') {
      // A style in an attribute would need a place of its own in the security policy.
      delete properties.style;
      parent?.children.splice(index ?? 0, 1, h('div', {hidden: true}, element));
      return SKIP;
    }
    return undefined;
  });
}
