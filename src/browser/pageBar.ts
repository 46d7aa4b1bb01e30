import {all, type Behavior} from './behavior';

/** How far a finger moves before it means to, in CSS pixels. */
const meant = 8;
/** What a keyboard on the screen takes of the window at least. */
const keyboard = 150;

/**
 * The bar at the foot of small windows goes while the reader reads on, and comes back with the first
 * look back; a keyboard on the screen needs its place.
 */
export default {
  listen() {
    let before = window.scrollY;
    addEventListener(
      'scroll',
      () => {
        const moved = window.scrollY - before;
        if (Math.abs(moved) > meant) {
          send(moved > 0 && window.scrollY > meant);
          before = window.scrollY;
        }
      },
      {passive: true},
    );
    const {visualViewport} = window;
    visualViewport?.addEventListener('resize', () => {
      const {height, scale} = visualViewport;
      if (window.innerHeight - height * scale > keyboard) {
        send(true);
      }
    });
  },
} satisfies Behavior;

function send(away: boolean): void {
  all('page-bar').forEach((bar) => bar.toggleAttribute('data-away', away));
}
