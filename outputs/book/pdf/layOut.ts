/*
 * These functions run in the page. On the screen, which nobody sees, the book stands in columns
 * as large as its pages (book.css), which break as pages do and tell at once where things are.
 */

/**
 * Leaves no page half empty before something that does not fit on it, and no part with a last page of a
 * few lines: a drawing becomes smaller, of the lines to write on there are more or fewer, and where
 * neither helps, what follows a drawing fills the page that it leaves.
 */
export function fitPages(): void {
  /** Share of a page that may stay empty at its end: best, and at most. */
  const enough = 0.1;
  const tooMuch = 0.27;
  /** A page with more room than this looks a third empty. */
  const third = 0.31;
  /** How much smaller a drawing may be than others, and what is tried of those before. */
  const smallest = 0.75;
  /** Rather than that a page stays a third empty: its labels have 6 points. */
  const smallestOfAll = 0.68;
  const step = 0.05;
  const others = [1.1, 1.2, 0.9, 0.8];
  /** How many pages before may change. */
  const reach = 2;
  /** Numbers of lines to write on that are tried in the place of three. */
  const numbersOfLines = [4, 2, 5, 6];
  /** How many paragraphs or lists may come to stand before the drawing that they follow. */
  const mostPassed = 4;
  /** Share of a part's last page that is filled at least: a few lines are no page. */
  const least = 0.2;
  /** How many questions of a part may have more or fewer lines for its last page. */
  const questionsBefore = 24;
  const leaves = 'p, li, tr, pre, h1, h2, h3, h4, h5, h6, dt, dd, .write, figure';

  /** What stands on each page, as far as it has been looked at since the last change. */
  interface Page {
    /** From the top of the page to the end of its last line. */
    filled: number;
    elements: {element: Element; top: number; bottom: number}[];
  }

  interface Change {
    change: () => void;
    undo: () => void;
  }

  let known: Page[] | undefined;

  function pagesOf(run: HTMLElement): Page[] {
    if (known) {
      return known;
    }
    const {left, top, width} = run.getBoundingClientRect();
    const pages: Page[] = (known = []);
    for (const element of run.querySelectorAll(leaves)) {
      for (const [index, rectangle] of [...element.getClientRects()].entries()) {
        // By its middle: the thread hangs over the edge.
        const middle = (rectangle.left + rectangle.right) / 2;
        const number = Math.max(0, Math.floor((middle - left) / width));
        const page = (pages[number] ??= {filled: 0, elements: []});
        page.filled = Math.max(page.filled, rectangle.bottom - top);
        if (index === 0) {
          page.elements.push({element, top: rectangle.top - top, bottom: rectangle.bottom - top});
        }
      }
    }
    return pages;
  }

  /** Room at the end of a page that is not the last. */
  function gapOf(run: HTMLElement, number: number): number {
    const pages = pagesOf(run);
    const page = pages[number];
    return page && number < pages.length - 1 ? run.clientHeight - page.filled : 0;
  }

  function setLines(write: Element, number: number): void {
    write.querySelectorAll('div').forEach((line) => line.remove());
    for (let index = 0; index < number; index += 1) {
      write.append(document.createElement('div'));
    }
  }

  function scaled(drawing: SVGElement, factor: number): Change {
    const before = drawing.style.getPropertyValue('--scale');
    return {
      change: () => drawing.style.setProperty('--scale', String(factor)),
      undo: () => drawing.style.setProperty('--scale', before),
    };
  }

  const headings = 'h1, h2, h3, h4, h5, h6';
  const isSection = (element: Element) =>
    element.matches(`${headings}, figure`) || element.querySelector(`${headings}, figure`) !== null;

  /**
   * Puts a figure, and those right behind it, behind what follows in its section; not between a
   * sentence and what it leads to.
   */
  function passed(figure: Element): Change[] {
    const figures = [figure];
    let next = figure.nextElementSibling;
    while (next?.matches('figure')) {
      figures.push(next);
      next = next.nextElementSibling;
    }
    const following: Element[] = [];
    while (next && !isSection(next) && following.length < mostPassed) {
      following.push(next);
      next = next.nextElementSibling;
    }
    return following
      .filter(({nextElementSibling: after}) => !after || isSection(after) || after.matches('p'))
      .map((last) => ({
        change: () => last.after(...figures),
        undo: () => following[0]?.before(...figures),
      }));
  }

  const drawingIn = (element: Element) => element.querySelector<SVGElement>('.diagram svg');
  const isWrite = ({element}: {element: Element}) => element.classList.contains('write');

  /** Changes one thing at a time, or two, until the page, and the one before, are full enough. */
  function improve(run: HTMLElement, number: number, limit: number): void {
    const first = Math.max(0, number - reach);
    const isGood = () => {
      const before = Array.from({length: number - first}, (_, index) => first + index);
      return (
        gapOf(run, number) <= run.clientHeight * limit &&
        before.every(
          (page) => gapOf(run, page) <= Math.max(was[page] ?? 0, run.clientHeight * tooMuch),
        )
      );
    };
    const pages = pagesOf(run);
    const was = pages.map((_, page) => gapOf(run, page));
    const gap = gapOf(run, number);
    const own = pages.slice(first, number + 1).flatMap(({elements}) => elements);
    const next = pages[number + 1]?.elements ?? [];
    const ofDrawing: Change[] = [];
    const attempts: Change[] = [];
    const moved = next.find(({element, top}) => drawingIn(element) && top < run.clientHeight * 0.4);
    const drawing = moved && drawingIn(moved.element);
    if (drawing) {
      const {height} = drawing.getBoundingClientRect();
      // What precedes it has margins of its own where it does not begin a page: smaller still, if need be.
      const floor = limit === enough ? smallest : smallestOfAll;
      const largest = Math.min(
        1 - step,
        Math.floor((1 - (moved.bottom - gap + 14) / height) * 100) / 100,
      );
      for (let factor = largest; factor > floor; factor -= step) {
        ofDrawing.push(scaled(drawing, factor));
      }
      if (largest >= floor) {
        ofDrawing.push(scaled(drawing, floor));
      }
    }
    if (gap > run.clientHeight * tooMuch) {
      const writes = [...own.filter(isWrite).reverse(), ...next.filter(isWrite).slice(0, 1)];
      for (const {element} of writes) {
        for (const lines of numbersOfLines) {
          const before = element.querySelectorAll('div').length;
          attempts.push({
            change: () => setLines(element, lines),
            undo: () => setLines(element, before),
          });
        }
      }
      for (const {element} of own) {
        const other = drawingIn(element);
        if (other) {
          attempts.push(...others.map((factor) => scaled(other, factor)));
        }
      }
    }
    const tryEach = (changes: readonly Change[]) =>
      changes.some(({change, undo}) => {
        change();
        known = undefined;
        const isEnough = isGood();
        if (!isEnough) {
          undo();
          known = undefined;
        }
        return isEnough;
      });
    if (tryEach([...ofDrawing, ...attempts]) || !drawing) {
      return;
    }
    if (attempts.length > 0) {
      // Two things at a time.
      const {change, undo} = scaled(drawing, smallestOfAll);
      change();
      known = undefined;
      if (tryEach(attempts)) {
        return;
      }
      undo();
      known = undefined;
    }
    if (limit === third) {
      tryEach(passed(moved.element));
    }
  }

  /** Takes what little stands on the last page to the one before, or more to it. */
  function fillLastPage(run: HTMLElement): void {
    const was = pagesOf(run).map((_, page) => gapOf(run, page));
    const isGood = () => {
      const pages = pagesOf(run);
      return (
        (pages.at(-1)?.filled ?? 0) >= run.clientHeight * least &&
        pages.every(
          (_, page) => gapOf(run, page) <= Math.max(was[page] ?? 0, run.clientHeight * tooMuch),
        )
      );
    };
    if (was.length < 2 || isGood()) {
      return;
    }
    const writes = [...run.querySelectorAll('.write')].slice(-questionsBefore).reverse();
    const drawings = [...run.querySelectorAll<SVGElement>('.diagram svg')].reverse();
    const ways = [
      ...[-1, 1].map((more) =>
        writes.map((write) => {
          const before = write.querySelectorAll('div').length;
          return {
            change: () => setLines(write, before + more),
            undo: () => setLines(write, before),
          };
        }),
      ),
      drawings.map((drawing) => scaled(drawing, smallest)),
    ];
    // Each way changes more and more, from the end on.
    for (const changes of ways) {
      for (const {change} of changes) {
        change();
        known = undefined;
        if (isGood()) {
          return;
        }
      }
      changes.forEach(({undo}) => undo());
      known = undefined;
    }
  }

  for (const table of document.querySelectorAll('table')) {
    const room = table.parentElement?.clientWidth ?? 0;
    table.classList.toggle('wide', table.getBoundingClientRect().width > room + 1);
  }
  for (const run of document.querySelectorAll<HTMLElement>('.body')) {
    known = undefined;
    for (let number = 0; number < pagesOf(run).length - 1; number += 1) {
      if (gapOf(run, number) > run.clientHeight * enough) {
        improve(run, number, enough);
      }
      if (gapOf(run, number) > run.clientHeight * tooMuch) {
        improve(run, number, tooMuch);
      }
      if (gapOf(run, number) > run.clientHeight * third) {
        improve(run, number, third);
      }
    }
    fillLastPage(run);
  }
}

/**
 * The number of the page of each id; what is printed tells whether they are right. Pages that are
 * empty so that the next is a right-hand one come and go.
 */
export function numberPages(): Record<string, number> {
  const numbers: Record<string, number> = {};
  let next = 1;
  for (const run of document.body.children) {
    if (!(run instanceof HTMLElement)) {
      continue;
    }
    if (run.classList.contains('empty')) {
      run.hidden = next % 2 === 1;
    }
    if (run.hidden) {
      continue;
    }
    const {left, width} = run.getBoundingClientRect();
    for (const element of [run, ...run.querySelectorAll('[id]')]) {
      const start = element.getClientRects()[0] ?? element.getBoundingClientRect();
      // By its middle: the thread hangs over the edge.
      const column = Math.floor(((start.left + start.right) / 2 - left) / width);
      if (element.id) {
        numbers[element.id] = next + column;
      }
    }
    next += Math.max(1, Math.round(run.scrollWidth / width));
  }
  return numbers;
}

/** Writes them where the book names a page; in a list of pages each stands once. */
export function writePageNumbers(pageNumbers: Record<string, number>): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    element.textContent = String(pageNumbers[element.dataset.pageOf ?? ''] ?? '');
  }
  for (const list of document.querySelectorAll('.pages')) {
    const seen = new Set<string>();
    for (const item of list.querySelectorAll<HTMLElement>('span')) {
      const number = item.querySelector('a')?.textContent ?? '';
      item.hidden = seen.has(number);
      seen.add(number);
    }
  }
}
