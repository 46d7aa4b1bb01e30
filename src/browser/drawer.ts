import {all, type Behavior} from './behavior';
import {showInPane} from './showInPane';

let covered: Element[] = [];
let shownEntry: Element | undefined;

/**
 * The drawer of small windows, a popover: it opens, closes and gives the focus back by itself.
 * Scripts keep what it covers out of reach while it is open, and bring the entry of this page into
 * the part of the menu that is seen.
 */
export default {
  listen() {
    // Neither event bubbles. The cover goes before the drawer does, since the focus goes back below it.
    document.addEventListener(
      'beforetoggle',
      ({target, newState}) => {
        if (isDrawer(target) && newState === 'closed') {
          cover([]);
        }
      },
      true,
    );
    document.addEventListener(
      'toggle',
      ({target, newState}) => {
        if (isDrawer(target) && newState === 'open') {
          cover(elementsBeside(target));
          entriesOf(target).forEach(showInPane);
        }
      },
      true,
    );
    // Back brings a page as it was left, and a window with room for a sidebar has no drawer.
    addEventListener('pagehide', hide);
    matchMedia('(min-width: 997px)').addEventListener('change', hide);
  },
  arrive() {
    const [entry] = all('drawer').flatMap(entriesOf);
    if (entry && entry !== shownEntry) {
      shownEntry = entry;
      showInPane(entry);
    }
  },
} satisfies Behavior;

function hide(): void {
  all('drawer').forEach((drawer) => drawer.hidePopover?.());
}

function isDrawer(target: EventTarget | null): target is HTMLElement {
  return all('drawer').some((drawer) => drawer === target);
}

function entriesOf(drawer: HTMLElement): Element[] {
  return [...drawer.querySelectorAll('[aria-current="page"]')];
}

function cover(elements: Element[]): void {
  covered.forEach((element) => element.removeAttribute('inert'));
  elements.forEach((element) => element.setAttribute('inert', ''));
  covered = elements;
}

/** All of the page but the element and what it stands in. */
function elementsBeside(element: Element): Element[] {
  const {parentElement} = element;
  return parentElement && element !== document.body
    ? [
        ...[...parentElement.children].filter((other) => other !== element),
        ...elementsBeside(parentElement),
      ]
    : [];
}
