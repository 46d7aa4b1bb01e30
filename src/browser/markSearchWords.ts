import {decoded} from '@site/lib/address';
import type {Behavior} from './behavior';
import {historyEntry, keepInHistory} from './historyEntry';
import {takeSearchWords} from './searchWords';

const highlightName = 'search-words';

/**
 * Marks the words of a search in the section that it led to, with the CSS Custom Highlight API,
 * which touches nothing of the page; a browser without it marks nothing.
 */
export default {
  arrive() {
    if (!('highlights' in CSS)) {
      return;
    }
    const found = takeSearchWords();
    if (found) {
      keepInHistory({searchWords: found});
    }
    mark(historyEntry().searchWords ?? []);
  },
} satisfies Behavior;

function mark(words: readonly string[]): void {
  CSS.highlights.delete(highlightName);
  const id = decoded(location.hash.slice(1));
  const target = id ? document.getElementById(id) : document.querySelector('article h1');
  const article = target?.closest('article');
  if (!target || !article || words.length === 0) {
    return;
  }
  const ranges: Range[] = [];
  const allSought = words.map(lowerCase).filter((sought) => sought !== '');
  for (const node of textsOf(article, target)) {
    const text = lowerCase(node.data);
    for (const sought of allSought) {
      for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + sought.length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set(highlightName, new Highlight(...ranges));
}

/** Of as many letters: a few, such as İ, have longer ones, and keep their own case. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** Texts from a heading to the next one of its level or above. */
function textsOf(article: Element, heading: Element): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let isInside = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node === heading) {
      isInside = true;
    } else if (isInside && node instanceof Element && /^H[1-6]$/.test(node.tagName)) {
      if (node.tagName <= heading.tagName || heading.tagName === 'H1') {
        break;
      }
    } else if (isInside && node instanceof Text && !node.parentElement?.closest('[hidden], svg')) {
      texts.push(node);
    }
  }
  return texts;
}
