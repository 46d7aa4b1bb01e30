import {all, type Behavior} from './behavior';

/** Where the way back up becomes worth a button, in CSS pixels. */
const far = 300;

/** Shows the link to the top while the reader scrolls up, far from it. */
export default {
  listen() {
    let before = window.scrollY;
    addEventListener(
      'scroll',
      () => {
        const {scrollY} = window;
        if (scrollY !== before) {
          for (const link of all('back-to-top')) {
            link.toggleAttribute('data-shown', scrollY < before && scrollY > far);
          }
          before = scrollY;
        }
      },
      {passive: true},
    );
  },
} satisfies Behavior;
