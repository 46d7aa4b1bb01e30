import type {ClientModule} from '@docusaurus/types';

import {arrive, start} from './index';

let hasStarted = false;

/** For `npm start`, where Docusaurus' router goes from page to page; a build ships nothing of this. */
const clientModule: ClientModule = {
  onRouteDidUpdate() {
    if (hasStarted) {
      void arrive();
    } else {
      hasStarted = true;
      void start();
    }
  },
};

export default clientModule;
