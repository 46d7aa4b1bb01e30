import {element} from './element';

const seconds = 6;
let region: HTMLElement | undefined;
let timer = 0;

/** Says something for some seconds: at the bottom of the window, and to screen readers. */
export function notify(text: string): void {
  say(text, 'notice');
}

/** Says to screen readers what is seen elsewhere. */
export function announce(text: string): void {
  say(text, 'notice notice--unseen');
}

function say(text: string, className: string): void {
  if (!region?.isConnected) {
    region = element('p', {role: 'status'});
    document.body.append(region);
  }
  const status = region;
  status.className = className;
  status.textContent = '';
  clearTimeout(timer);
  // A text that comes together with its region is not read out, nor one that did not change.
  timer = window.setTimeout(() => {
    status.textContent = text;
    timer = window.setTimeout(() => (status.textContent = ''), seconds * 1000);
  }, 50);
}
