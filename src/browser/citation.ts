import {citationPreviewId} from '@site/lib/anchors';
import {referenceTextMark} from '@site/lib/pageMarkup';
import {on, wantsNewTab, type Behavior} from './behavior';
import {element} from './element';
import {isTouched, openSheet} from './sheet';

interface Preview {
  marker: HTMLElement;
  box: HTMLElement;
}

let preview: Preview | undefined;
let opening = 0;
let closing = 0;
/** Milliseconds that the pointer rests on the marker before anything shows. */
const rest = 180;
/** Milliseconds in which the pointer may go from the marker onto the preview. */
const patience = 150;

/**
 * Shows the entry of the page's own list that a citation leads to, on hover and on focus (WCAG
 * 1.4.13: it stays while the pointer is on it and closes on Escape), and after a tap in a sheet.
 */
export default {
  listen() {
    on('citation', 'mouseover', (marker) => {
      clearTimeout(opening);
      opening = window.setTimeout(() => open(marker), rest);
    });
    on('citation', 'mouseout', () => clearTimeout(opening));
    on('citation', 'focusin', open);
    on('citation', 'focusout', close);
    on('citation', 'click', (marker, event) => {
      if (isTouched() && !wantsNewTab(event) && marker instanceof HTMLAnchorElement) {
        event.preventDefault();
        close();
        openInSheet(marker);
      }
    });
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

function entryOf({hash}: HTMLAnchorElement): Element | null | undefined {
  return document.getElementById(hash.slice(1))?.querySelector(`[${referenceTextMark}]`);
}

function openInSheet(marker: HTMLAnchorElement): void {
  const entry = entryOf(marker);
  if (entry) {
    const source = entry.querySelector<HTMLAnchorElement>('a');
    openSheet(
      marker.ariaLabel ?? '',
      [
        element('p', {class: 'sheet-title'}, marker.ariaLabel ?? ''),
        element('p', {}, ...withoutLinks(entry)),
      ],
      [
        ...(source ? [element('a', {href: source.href}, '출처 열기')] : []),
        element('a', {href: marker.hash}, '참고 자료 목록에서 보기'),
      ],
    );
  }
}

function open(marker: HTMLElement): void {
  // A finger that has focused it gets the sheet.
  const isOpen = preview?.marker === marker;
  if (isOpen || isTouched() || !(marker instanceof HTMLAnchorElement)) {
    return;
  }
  close();
  const entry = entryOf(marker);
  if (!entry) {
    return;
  }
  const box = element('div', {class: 'citation-preview', id: citationPreviewId, role: 'tooltip'});
  box.append(...withoutLinks(entry));
  document.body.append(box);
  place(box, marker);
  marker.setAttribute('aria-describedby', citationPreviewId);
  preview = {marker, box};
}

function close(): void {
  clearTimeout(opening);
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

/** Below the line of the marker, or above it where the window ends; inside the window. It scrolls with the page. */
function place(box: HTMLElement, marker: HTMLElement): void {
  const margin = 12;
  const {top, bottom, left} = marker.getBoundingClientRect();
  // The marker is raised: the letters beside it reach further down.
  const below = bottom + Number.parseFloat(getComputedStyle(marker).fontSize);
  const isLow = below + box.offsetHeight > window.innerHeight && box.offsetHeight < top;
  const most = document.documentElement.clientWidth - box.offsetWidth - margin;
  box.style.left = `${Math.max(margin, Math.min(left - 24, most)) + window.scrollX}px`;
  box.style.top = `${(isLow ? top - box.offsetHeight : below) + window.scrollY}px`;
}
