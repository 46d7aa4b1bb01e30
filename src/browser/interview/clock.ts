import {button, element} from '../element';
import {announce} from '../notice';

/** Told to screen readers so many seconds before the end. */
const warning = 10;

/** The time of one answer: seen, announced near its end, and held when the reader asks for it. */
export interface Clock {
  element: HTMLElement;
  /** Does nothing after its end. */
  start: () => void;
  /** Ends it. Gives the seconds that it ran, the pauses left out. */
  stop: () => number;
}

/** A clock of some seconds. When they are over it goes on counting: nobody is cut short. */
export function clockOf(limit: number): Clock {
  let timer = 0;
  let before = 0;
  let since: number | undefined;
  let announced = 0;
  let isOver = false;
  const bar = element('progress', {'aria-hidden': 'true', max: String(limit), value: '0'});
  const text = element('span', {class: 'interview-seconds'});
  const hold = button('잠깐 멈춤', () => (since === undefined ? run() : pause()), {
    class: 'practice-quiet',
  });
  const spent = () => (before + (since === undefined ? 0 : performance.now() - since)) / 1000;

  function run(): void {
    since = performance.now();
    hold.textContent = '잠깐 멈춤';
    timer = window.setInterval(show, 200);
    show();
  }

  function pause(): void {
    before = spent() * 1000;
    since = undefined;
    clearInterval(timer);
    hold.textContent = '이어서';
    show();
  }

  function show(): void {
    const left = Math.ceil(limit - spent());
    bar.value = Math.min(spent(), limit);
    text.textContent =
      left > 0 ? `${left}초` : left > -1 ? '시간이 다 되었습니다' : `${-left}초 지났습니다`;
    // Each once.
    if (announced < 1 && left <= warning) {
      announced = 1;
      announce(`${warning}초 남았습니다`);
    }
    if (announced < 2 && left <= 0) {
      announced = 2;
      announce('시간이 다 되었습니다. 하던 말을 마치고 답을 펼치세요.');
    }
  }

  text.textContent = `${limit}초`;
  return {
    element: element('div', {class: 'interview-clock'}, text, bar, hold),
    start() {
      if (!isOver) {
        run();
      }
    },
    stop() {
      const seconds = Math.round(spent());
      isOver = true;
      clearInterval(timer);
      since = undefined;
      return seconds;
    },
  };
}
