/** Printing shows every answer; what was closed is closed again afterwards. */
if (typeof window !== 'undefined') {
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of opened) {
      details.open = true;
    }
  });
  window.addEventListener('afterprint', () => {
    for (const details of opened) {
      details.open = false;
    }
    opened = [];
  });
}

export {};
