import {on, type Behavior} from './behavior';

/** Walks a reader through the steps of a drawing; what does so comes when it is asked for. */
export default {
  listen() {
    on('walk', 'click', (pressed) => {
      void import('./walkThrough').then(({walkThrough}) => walkThrough(pressed));
    });
  },
} satisfies Behavior;
