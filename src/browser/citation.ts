import {citationPreviewId} from '@site/lib/anchors';
import {referenceTextMark} from '@site/lib/pageMarkup';
import {on, type Behavior} from './behavior';
import {element} from './element';

interface Preview {
  marker: HTMLElement;
  box: HTMLElement;
}

let preview: Preview | undefined;
let closing = 0;
/** Milliseconds in which the pointer may go from the marker onto the preview. */
const patience = 150;

/**
 * Shows the entry of the page's own list that a citation leads to, on hover and on focus (WCAG
 * 1.4.13: it stays while the pointer is on it and closes on Escape).
 */
export default {
  listen() {
    on('citation', 'mouseover', open);
    on('citation', 'focusin', open);
    on('citation', 'focusout', close);
    document.addEventListener('mouseover', ({target}) => {
      // What the keyboard has opened does not depend on where the pointer happens to be.
      if (preview && preview.marker !== document.activeElement) {
        clearTimeout(closing);
        const isOnIt = [preview.marker, preview.box].some((part) => part.contains(target as Node));
        closing = isOnIt ? 0 : window.setTimeout(close, patience);
      }
    });
    document.addEventListener('keydown', ({key}) => {
      if (key === 'Escape') {
        close();
      }
    });
    addEventListener('pagehide', close);
  },
} satisfies Behavior;

function open(marker: HTMLElement): void {
  if (preview?.marker === marker || !(marker instanceof HTMLAnchorElement)) {
    return;
  }
  close();
  const entry = document
    .getElementById(marker.hash.slice(1))
    ?.querySelector(`[${referenceTextMark}]`);
  if (!entry) {
    return;
  }
  const box = element('div', {class: 'citation-preview', id: citationPreviewId, role: 'tooltip'});
  box.append(...withoutLinks(entry));
  document.body.append(box);
  place(box, marker.getBoundingClientRect());
  marker.setAttribute('aria-describedby', citationPreviewId);
  preview = {marker, box};
}

function close(): void {
  clearTimeout(closing);
  preview?.marker.removeAttribute('aria-describedby');
  preview?.box.remove();
  preview = undefined;
}

/** The marker leads there already: a link in a preview would only stop the keyboard. */
function withoutLinks(entry: Element): Node[] {
  const copy = entry.cloneNode(true) as Element;
  for (const link of copy.querySelectorAll('a')) {
    const text = element('span', {
      class: link.className,
      lang: link.getAttribute('lang') ?? undefined,
    });
    text.append(...link.childNodes);
    link.replaceWith(text);
  }
  return [...copy.childNodes];
}

/** Below the marker, or above it where the window ends; inside the window. It scrolls with the page. */
function place(box: HTMLElement, {top, bottom, left}: DOMRect): void {
  const margin = 12;
  const isLow = bottom + box.offsetHeight > window.innerHeight && box.offsetHeight < top;
  const most = document.documentElement.clientWidth - box.offsetWidth - margin;
  box.style.left = `${Math.max(margin, Math.min(left - 24, most)) + window.scrollX}px`;
  box.style.top = `${(isLow ? top - box.offsetHeight : bottom) + window.scrollY}px`;
}
