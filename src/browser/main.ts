import {arrive, start} from './index';

// The script of a finished page.
void start();
addEventListener('hashchange', () => void arrive());
