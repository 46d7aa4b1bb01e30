import {canFindBrowser} from '../../lib/node/browser.ts';

/**
 * True when `npm start` runs where there is no browser: then theme-mermaid draws
 * in the reader's. A production build never does that.
 */
export function drawsInReadersBrowser(): boolean {
  return process.env.NODE_ENV === 'development' && !canFindBrowser();
}
