import type {Behavior} from './behavior';
import {pageOf} from './link';
import {notify} from './notice';

/** A click without a connection would exchange the article for the browser's page of errors. */
export default {
  listen() {
    document.addEventListener('click', (event) => {
      if (pageOf(event.target)) {
        stay(event);
      }
    });
    document.addEventListener('submit', stay);
  },
} satisfies Behavior;

function stay(event: Event): void {
  if (!navigator.onLine && !isAtHand() && !event.defaultPrevented) {
    event.preventDefault();
    notify('인터넷에 연결되어 있지 않아 열 수 없습니다. 연결되면 다시 눌러 주세요');
  }
}

/** Whether the pages are on this device: in a folder, or stored (src/browser/worker). */
function isAtHand(): boolean {
  return (
    location.protocol === 'file:' ||
    ('serviceWorker' in navigator && navigator.serviceWorker.controller !== null)
  );
}
