import path from 'node:path';

import type {LoadContext, Plugin} from '@docusaurus/types';

import {routeData} from '../routeData.ts';
import {missingLicenseMessage, packagesWithoutLicense, readLicenses} from './readLicenses.ts';

/** What the bundler tells of its modules; its own types are of two bundlers. */
interface Compiler {
  hooks: {compilation: Hook<Compilation>};
}
interface Compilation {
  hooks: {finishModules: Hook<Iterable<{nameForCondition: () => string | null}>>};
  errors: Error[];
}
interface Hook<Value> {
  tap: (name: string, listener: (value: Value) => void) => void;
}

/**
 * The page `/licenses/`: copyright and license of everything of others that readers get, from
 * `licenses/`. A build whose style sheet or scripts have part of a package that is not there fails.
 */
export default function licenses(context: LoadContext): Plugin {
  const {siteDir, baseUrl} = context;
  const name = 'licenses';
  const guard = {
    apply(compiler: Compiler) {
      compiler.hooks.compilation.tap(name, (compilation) => {
        compilation.hooks.finishModules.tap(name, (modules) => {
          const files = [...modules].flatMap((module) => module.nameForCondition() ?? []);
          // The scripts are bundled again, without Docusaurus' own: outputs/pages looks after them.
          const styles = files.filter((file) => file.endsWith('.css'));
          const packages = packagesWithoutLicense(siteDir, styles);
          if (packages.length > 0) {
            compilation.errors.push(new Error(missingLicenseMessage(packages)));
          }
        });
      });
    },
  };
  return {
    name,
    getPathsToWatch: () => [path.join(siteDir, 'licenses/**/*.txt')],
    async contentLoaded({actions}) {
      const data = {fonts: readLicenses(siteDir, 'fonts'), code: readLicenses(siteDir, 'code')};
      const file = await actions.createData('licenses.json', JSON.stringify(data));
      actions.addRoute({
        path: `${baseUrl}licenses/`,
        component: '@site/src/components/Licenses/index.tsx',
        exact: true,
        modules: {licenses: routeData(context, file)},
      });
    },
    configureWebpack(_config, isServer) {
      // Development adds tools that no reader gets.
      return isServer || process.env.NODE_ENV !== 'production' ? {} : {plugins: [guard]};
    },
  };
}
