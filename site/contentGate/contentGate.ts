import path from 'node:path';

import type {Plugin} from '@docusaurus/types';

import {checkOwnContent} from '../../checks/checkOwnContent.ts';
import {stopsBuild} from '../../checks/rules/index.ts';
import {formatFinding} from '../../lib/finding.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';

/** What the bundler says of a page that it cannot make, whatever the reason. */
const ofBrokenPage = /MDX compilation failed/;

/** Milliseconds in which the browser takes what has changed. */
const timeToShow = 700;

/**
 * Shows over the page, in `npm start`, all for which `npm run build` would stop: what the gate finds
 * in pages and data, in its words. A page is shown first and checked then; only where it cannot be
 * made, or something was wrong before, the gate is waited for.
 */
export default function contentGate(): Plugin {
  let told: string[] = [];
  return {
    name: 'content-gate',
    configureWebpack() {
      if (process.env.NODE_ENV !== 'development') {
        return {};
      }
      return {
        // A page that could not be made says so once more when the browser runs it.
        devServer: {
          client: {
            overlay: {
              warnings: false,
              runtimeErrors: (error: Error) => !error.message.includes('Module build failed'),
            },
          },
        },
        // The bundler knows of the pages, but not of all data.
        module: {
          rules: [
            {
              include: [path.join(repositoryRoot, 'src/browser/clientModule.ts')],
              enforce: 'pre',
              use: [
                {
                  loader: path.join(repositoryRoot, 'site/contentGate/dependOnContent.cjs'),
                  options: {
                    folders: ['docs', 'data'].map((name) => path.join(repositoryRoot, name)),
                  },
                },
              ],
            },
          ],
        },
        plugins: [
          {
            apply(compiler) {
              compiler.hooks.afterCompile.tapPromise('content-gate', async (compilation) => {
                // Not of the page's frame, whose errors are told again as the whole's.
                if (compilation.compiler !== compiler) {
                  return;
                }
                if (told.length > 0 || compilation.errors.length > 0) {
                  told = await findFaults();
                }
                if (told.length > 0) {
                  // That a page cannot be made follows from them.
                  const others = compilation.errors.filter(
                    ({message}) => !ofBrokenPage.test(message),
                  );
                  compilation.errors = [...others, ...told.map(asError)];
                }
              });
              let check: NodeJS.Timeout | undefined;
              compiler.hooks.done.tap('content-gate', () => {
                clearTimeout(check);
                // Until then nothing that the browser asks for would be answered.
                check = setTimeout(() => {
                  void findFaults().then((found) => {
                    if (found.join('\n') !== told.join('\n')) {
                      told = found;
                      compiler.watching?.invalidate();
                    }
                  });
                }, timeToShow);
              });
            },
          },
        ],
      };
    },
  };
}

async function findFaults(): Promise<string[]> {
  try {
    const {findings} = await checkOwnContent();
    return findings.filter(stopsBuild).map(formatFinding);
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Without the places in our code, of which the overlay would show many lines. */
function asError(message: string): Error {
  return Object.assign(new Error(message), {stack: undefined});
}
