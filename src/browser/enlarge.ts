import {enlargedAnchor, withDrawingId} from '@site/lib/anchors';
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
    'aria-describedby': drawing.getAttribute('aria-describedby') ?? undefined,
    'aria-label': title,
    class: drawing.className,
    role: 'img',
  });
  // Drawn at build time. Its ids are those of the drawing in the page.
  const {id} = drawing.closest('figure') ?? drawing;
  copy.innerHTML = withDrawingId(svg.outerHTML, id, enlargedAnchor(id));
  const enlarged = copy.querySelector('svg') as SVGSVGElement;
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
  // Touch scrolls by itself; a mouse drags.
  canvas.addEventListener('pointermove', ({buttons, movementX, movementY, pointerType}) => {
    if (buttons === 1 && pointerType === 'mouse') {
      canvas.scrollBy(-movementX, -movementY);
    }
  });

  const {width, height} = svg.viewBox.baseVal;
  let scale = 1;
  const percent = element('span', {'aria-live': 'polite'});
  const smaller = button('축소', () => show(scale / step));
  const larger = button('확대', () => show(scale * step));
  function show(wanted: number): void {
    scale = Math.min(most, Math.max(least, wanted));
    enlarged.style.width = `${width * scale}px`;
    percent.textContent = `${Math.round(scale * 100)}%`;
    // Not `disabled`: the one that was pressed last would lose the focus.
    smaller.ariaDisabled = String(scale === least);
    larger.ariaDisabled = String(scale === most);
  }
  const fit = () => {
    const {clientWidth, clientHeight} = canvas;
    // With room for the padding, and never smaller than on the page.
    const room = Math.min((clientWidth - 32) / width, (clientHeight - 32) / height);
    show(Math.max(room, svg.getBoundingClientRect().width / width));
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
