import {behaviorMark, type ElementBehavior} from '@site/lib/behaviors';

/** One thing that scripts add to a finished page. */
export interface Behavior {
  /** Listens on the document, where every element of every page is heard. Called once. */
  listen?: () => void;
  /** The page, or another place on it, has been reached. */
  arrive?: () => void;
}

/** Listens for an event in the elements of a behaviour, whenever they may come. */
export function on<Type extends keyof DocumentEventMap>(
  name: ElementBehavior,
  type: Type,
  listener: (element: HTMLElement, event: DocumentEventMap[Type]) => void,
): void {
  document.addEventListener(type, (event) => {
    const element =
      event.target instanceof Element ? event.target.closest<HTMLElement>(selectorOf(name)) : null;
    if (element) {
      listener(element, event);
    }
  });
}

/** The elements of a behaviour on the page. */
export function all<Kind extends HTMLElement = HTMLElement>(name: ElementBehavior): Kind[] {
  return [...document.querySelectorAll<Kind>(selectorOf(name))];
}

function selectorOf(name: ElementBehavior): string {
  return `[${behaviorMark}="${name}"]`;
}

/** Whether a click or key asks for a new tab or window, which is the browser's own affair. */
export function wantsNewTab({ctrlKey, metaKey, shiftKey}: MouseEvent | KeyboardEvent): boolean {
  return ctrlKey || metaKey || shiftKey;
}
