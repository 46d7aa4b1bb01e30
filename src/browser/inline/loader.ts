import {enhancedMark} from '@site/lib/behaviors';
import {all} from '../behavior';
import {isSlashToOpen} from '../slashSetting';

/** Written by outputs/pages. */
declare const moduleAddress: string;

// Part of the HTML, in its head. The text and its font have the slow line to themselves: the module of
// the page comes after the first paint, and waits for no picture and no font.
addEventListener('DOMContentLoaded', () => {
  const start = () => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = moduleAddress;
    document.head.append(script);
  };
  const parsed = performance.now();
  // Asked for, not observed: Chromium now and then never tells an observer, and a browser that
  // hides its timings (Tor) has no such entry at all.
  const whenPainted = () => {
    const isPainted = performance.getEntriesByName('first-contentful-paint').length > 0;
    if (!isPainted && performance.now() - parsed < 3000) {
      setTimeout(whenPainted, 30);
    } else if ('requestIdleCallback' in window) {
      requestIdleCallback(start, {timeout: 1000});
    } else {
      // Safari has no idle callback.
      start();
    }
  };
  whenPainted();
});

// The search is open at once, whatever is still to come; its field takes what is typed.
addEventListener('keydown', (event) => {
  const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
  const isAsked = isCommand || isSlashToOpen(event);
  const [dialog] = all<HTMLDialogElement>('search-dialog');
  if (isAsked && dialog && !document.documentElement.hasAttribute(enhancedMark)) {
    event.preventDefault();
    if (!dialog.open) {
      dialog.showModal();
    }
  }
});
