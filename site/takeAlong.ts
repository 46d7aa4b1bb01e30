import type {LoadContext, Plugin} from '@docusaurus/types';

import {notStoredAddress, takeAlongAddress} from '../lib/takeAlong.ts';

/** The page `/take/`, and the one that stands for what is not stored. */
export default function takeAlong({baseUrl}: LoadContext): Plugin {
  return {
    name: 'take-along',
    contentLoaded({actions}) {
      for (const [address, component] of [
        [takeAlongAddress, 'TakeAlong'],
        [notStoredAddress, 'NotStored'],
      ] as const) {
        actions.addRoute({
          path: baseUrl + address,
          component: `@site/src/components/${component}/index.tsx`,
          exact: true,
        });
      }
    },
  };
}
