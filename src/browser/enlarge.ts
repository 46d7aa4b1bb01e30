import {on, type Behavior} from './behavior';
import {button, element} from './element';

/** By how much a press of a button enlarges, and how far it goes, against the drawing's own size. */
const step = 1.25;
const least = 0.5;
const most = 5;

/** Opens a drawing in a dialog, where it can be enlarged, and moved by scrolling or dragging. */
export default {
  listen() {
    on('enlarge', 'click', (pressed) => {
      const drawing = pressed.closest('figure')?.querySelector<HTMLElement>('[role="img"]');
      const svg = drawing?.querySelector('svg');
      if (drawing && svg) {
        open(drawing, svg);
      }
    });
  },
} satisfies Behavior;

function open(drawing: HTMLElement, svg: SVGSVGElement): void {
  const title = drawing.ariaLabel ?? '';
  const copy = element('div', {
    // Read out from the page below.
    'aria-details': drawing.getAttribute('aria-details') ?? undefined,
    'aria-label': title,
    class: drawing.className,
    role: 'img',
  });
  const enlarged = svg.cloneNode(true) as SVGSVGElement;
  copy.append(enlarged);
  const canvas = element(
    'div',
    {
      'aria-label': `${title} (방향키로 움직입니다)`,
      class: 'enlarged-canvas',
      role: 'group',
      tabindex: '0',
    },
    copy,
  );

  const {width, height} = svg.viewBox.baseVal;
  let scale = 1;
  const percent = element('span', {'aria-live': 'polite'});
  const smaller = button('축소', () => show(scale / step));
  const larger = button('확대', () => show(scale * step));
  /** The point of the window that stays where it is: the middle, or where the pointer is. */
  function show(wanted: number, point = middleOf(canvas)): void {
    const before = enlarged.getBoundingClientRect();
    const [x, y] = [(point.x - before.x) / before.width, (point.y - before.y) / before.height];
    scale = Math.min(most, Math.max(least, wanted));
    enlarged.style.width = `${width * scale}px`;
    const after = enlarged.getBoundingClientRect();
    canvas.scrollBy(after.x + x * after.width - point.x, after.y + y * after.height - point.y);
    percent.textContent = `${Math.round(scale * 100)}%`;
    // Not `disabled`: the one that was pressed last would lose the focus.
    smaller.ariaDisabled = String(scale === least);
    larger.ariaDisabled = String(scale === most);
  }
  const fit = () => {
    const {clientWidth, clientHeight} = canvas;
    // With room for the padding.
    show(Math.min((clientWidth - 32) / width, (clientHeight - 32) / height));
  };

  const dialog = element(
    'dialog',
    {'aria-label': `${title}, 크게 보기`, class: 'enlarged'},
    element(
      'div',
      {class: 'enlarged-toolbar'},
      smaller,
      percent,
      larger,
      button('맞추기', fit),
      button('닫기', () => dialog.close()),
    ),
    canvas,
  );
  listenToPointers(
    canvas,
    () => scale,
    show,
    () => dialog.close(),
  );
  dialog.addEventListener('keydown', ({key}) => {
    if (key === '+' || key === '=') {
      show(scale * step);
    } else if (key === '-') {
      show(scale / step);
    } else if (key === '0') {
      fit();
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  fit();
}

/** Wheel and two fingers enlarge, a mouse drags, a click beside the drawing closes. */
function listenToPointers(
  canvas: HTMLElement,
  scaleNow: () => number,
  show: (scale: number, point?: {x: number; y: number}) => void,
  close: () => void,
): void {
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      show(scaleNow() * Math.exp(-event.deltaY / 500), event);
    },
    {passive: false},
  );
  canvas.addEventListener('dblclick', (event) => show(scaleNow() * step * step, event));

  const fingers = new Map<number, PointerEvent>();
  let hasMoved = false;
  const distance = () => {
    const [one, two] = [...fingers.values()];
    return one && two ? Math.hypot(one.x - two.x, one.y - two.y) : 0;
  };
  canvas.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, event);
    hasMoved = false;
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.buttons === 1 && event.pointerType === 'mouse') {
      canvas.scrollBy(-event.movementX, -event.movementY);
      hasMoved = true;
    } else if (fingers.has(event.pointerId)) {
      const before = distance();
      fingers.set(event.pointerId, event);
      const [one, two] = [...fingers.values()];
      if (before > 0 && one && two) {
        show((scaleNow() * distance()) / before, {x: (one.x + two.x) / 2, y: (one.y + two.y) / 2});
        hasMoved = true;
      }
    }
  });
  for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const) {
    canvas.addEventListener(end, ({pointerId}) => fingers.delete(pointerId));
  }
  canvas.addEventListener('click', ({target}) => {
    if (!hasMoved && target instanceof Element && !target.closest('svg')) {
      close();
    }
  });
}

function middleOf(box: HTMLElement): {x: number; y: number} {
  const {x, y, width, height} = box.getBoundingClientRect();
  return {x: x + width / 2, y: y + height / 2};
}
