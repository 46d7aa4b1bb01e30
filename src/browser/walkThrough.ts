import {button, element} from './element';

/**
 * Shows the steps of the figure one after another: those to come are faint, and the words of the
 * one that is shown stand below. ← and → lead on and back, so does a tap on the drawing;
 * Escape shows the whole again.
 */
export function walkThrough(pressed: HTMLElement): void {
  const figure = pressed.closest('figure');
  const drawing = figure?.querySelector<HTMLElement>('[role="img"]');
  if (!figure || !drawing) {
    return;
  }
  const steps = [...drawing.querySelectorAll<SVGGElement>('[data-step]')];
  const last = Math.max(...steps.map(stepOf));
  let current = 1;

  const words = element('p', {role: 'status'});
  const back = button('이전 단계', () => show(current - 1));
  const on = button('다음 단계', () => show(current + 1));
  const bar = element('div', {class: 'walk', role: 'group', 'aria-label': '한 단계씩 보기'});
  bar.append(words, back, on, button('모두 보기', end));
  drawing.after(bar);
  drawing.addEventListener('click', next);
  figure.addEventListener('keydown', press);
  pressed.hidden = true;
  show(1);
  on.focus({preventScroll: true});

  function show(wanted: number): void {
    current = Math.max(1, Math.min(last, wanted));
    for (const step of steps) {
      step.classList.toggle('ahead', stepOf(step) > current);
      step.classList.toggle('behind', stepOf(step) < current);
    }
    const texts = steps.filter((step) => stepOf(step) === current).map(textOf);
    words.textContent = `${current}/${last} ${texts.join('. ')}`;
    steps.find((step) => stepOf(step) === current)?.scrollIntoView({block: 'center'});
    // Not `disabled`: the one that was pressed last would lose the focus.
    back.ariaDisabled = String(current === 1);
    on.ariaDisabled = String(current === last);
  }

  function next(): void {
    show(current === last ? 1 : current + 1);
  }

  function press(event: KeyboardEvent): void {
    const {key} = event;
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      event.preventDefault();
      show(current + (key === 'ArrowRight' ? 1 : -1));
    } else if (key === 'Escape') {
      end();
    }
  }

  function end(): void {
    for (const step of steps) {
      step.classList.remove('ahead', 'behind');
    }
    drawing?.removeEventListener('click', next);
    figure?.removeEventListener('keydown', press);
    bar.remove();
    pressed.hidden = false;
    pressed.focus({preventScroll: true});
  }
}

const stepOf = (step: SVGGElement) => Number(step.dataset.step);

/** The words of a step, without its number. */
function textOf(step: SVGGElement): string {
  return [...step.querySelectorAll('tspan')]
    .map(({textContent}) => textContent)
    .filter((words) => !/^\d+$/.test(words))
    .join(' ');
}
