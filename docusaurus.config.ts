import {createRequire} from 'node:module';

// Docusaurus reads this file with Babel, and whatever it imports, anew each time: some seconds, and
// a second copy of the content that the build holds already. Node reads our modules once.
const require = createRequire(__filename);
if (!require.extensions['.ts']) {
  require('tsx/cjs');
}

export default (require('./site.config.ts') as typeof import('./site.config.ts')).default;
