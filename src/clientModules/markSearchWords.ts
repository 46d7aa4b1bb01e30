import type {ClientModule} from '@docusaurus/types';

/**
 * Marks the words of a search in the section that it led to. With the CSS Custom
 * Highlight API, which paints without touching the page that React holds; a browser
 * without it marks nothing.
 */
const highlightName = 'search-words';

function mark(words: readonly string[], id: string): void {
  CSS.highlights.delete(highlightName);
  const target = id ? document.getElementById(id) : document.querySelector('article h1');
  const article = target?.closest('article');
  if (!target || !article || words.length === 0) {
    return;
  }
  const ranges: Range[] = [];
  for (const node of textsOf(article, target)) {
    const text = node.data.toLowerCase();
    for (const word of words) {
      const sought = word.toLowerCase();
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

const clientModule: ClientModule = {
  onRouteDidUpdate({location}) {
    if ('highlights' in CSS) {
      const state = location.state as {searchWords?: string[]} | undefined;
      mark(state?.searchWords ?? [], decodeURIComponent(location.hash.slice(1)));
    }
  },
};

export default clientModule;
