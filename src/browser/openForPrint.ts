import type {Behavior} from './behavior';

let opened: HTMLDetailsElement[] = [];

/** Printing shows every answer; what was closed is closed again afterwards. */
export default {
  listen() {
    addEventListener('beforeprint', () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
      opened.forEach((details) => (details.open = true));
    });
    addEventListener('afterprint', () => {
      opened.forEach((details) => (details.open = false));
      opened = [];
    });
  },
} satisfies Behavior;
