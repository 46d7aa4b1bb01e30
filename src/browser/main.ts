import {arrive, start} from './index';

// The script of a finished page.
start();
addEventListener('hashchange', arrive);
