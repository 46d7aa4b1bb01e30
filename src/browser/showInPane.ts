/** Scrolls the pane that an element stands in so far that it is seen, and never the page. */
export function showInPane(element: Element): void {
  let pane = element.parentElement;
  while (pane && !isScrollable(pane)) {
    pane = pane.parentElement;
  }
  if (pane) {
    const inner = element.getBoundingClientRect();
    const outer = pane.getBoundingClientRect();
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      pane.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
    }
  }
}

function isScrollable(pane: Element): boolean {
  return (
    pane.scrollHeight > pane.clientHeight && /auto|scroll/.test(getComputedStyle(pane).overflowY)
  );
}
