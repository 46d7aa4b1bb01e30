import {createRequire} from 'node:module';

// As in docusaurus.config.ts: Node reads our modules, and the content, once.
const require = createRequire(__filename);
const {sidebars} = require('./site/sidebars.ts') as typeof import('./site/sidebars.ts');

export default sidebars(__dirname);
