import {createHash} from 'node:crypto';
import path from 'node:path';

import * as esbuild from 'esbuild';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import packageJson from '../../package.json' with {type: 'json'};
import type {OutputFile} from '../output.ts';

/** Where the modules go, below the built site. */
export const scriptFolder = 'assets/js';

/** The scripts of the pages. */
interface BrowserScripts {
  /** The module of every page, and those that it loads when they are wanted. */
  files: OutputFile[];
  /** Source files that they are made of. */
  sources: string[];
  /** Texts of the scripts that stand in the HTML itself. */
  loader: string;
  beforePaint: string;
}

/** esbuild's names for those browsers of package.json that it knows: `Chrome >= 111` → `chrome111`. */
const target = packageJson.browserslist.flatMap((browser) => {
  const [, name, version] = /^(Chrome|Edge|Firefox|Safari|iOS) >= ([\d.]+)$/.exec(browser) ?? [];
  return name && version ? [name.toLowerCase() + version] : [];
});

const options = {
  alias: {'@site': repositoryRoot},
  bundle: true,
  charset: 'utf8',
  minify: true,
  target,
  tsconfigRaw: {},
  write: false,
} satisfies esbuild.BuildOptions;

/**
 * Bundles src/browser: the same bytes for the same sources, in files that are named by what they hold.
 * @param leftOut modules that no page will load, as src/browser writes them: `./algolia`
 */
export async function bundleBrowser(
  baseUrl: string,
  leftOut: readonly string[],
): Promise<BrowserScripts> {
  const source = (name: string) => path.join(repositoryRoot, 'src/browser', name);
  const {name, files, sources} = await bundleModule(source('main.ts'), leftOut);
  const inline = async (file: string, define = {}) => {
    const entry = {entryPoints: [source(file)], format: 'iife' as const};
    const {outputFiles} = await esbuild.build({...options, ...entry, define});
    return textOf(outputFiles).trim();
  };
  return {
    files,
    sources,
    loader: await inline('inline/loader.ts', {
      moduleAddress: JSON.stringify(`${baseUrl}${scriptFolder}/${name}`),
    }),
    beforePaint: await inline('inline/beforePaint.ts'),
  };
}

/**
 * All of src/browser in one classic script: a page that is opened from disk may load no module and
 * fetch no file.
 */
export async function bundleForDisk(): Promise<string> {
  const source = (name: string) => path.join(repositoryRoot, 'src/browser', name);
  const fromDisk: esbuild.Plugin = {
    name: 'from-disk',
    setup(build) {
      build.onResolve({filter: /\/readJson$/}, () => ({path: source('readJsonFromDisk.ts')}));
      // It asks a service on the web.
      build.onResolve({filter: /\/algolia$/}, ({path}) => ({path, external: true}));
    },
  };
  const {outputFiles} = await esbuild.build({
    ...options,
    entryPoints: [source('main.ts')],
    format: 'iife',
    plugins: [fromDisk],
  });
  return textOf(outputFiles);
}

/** A service worker of src/browser/worker in one classic script. */
export async function bundleWorker(name: 'worker' | 'withdraw'): Promise<string> {
  const entry = path.join(repositoryRoot, 'src/browser/worker', `${name}.ts`);
  const {outputFiles} = await esbuild.build({...options, entryPoints: [entry], format: 'iife'});
  return textOf(outputFiles);
}

/**
 * A module with all that it imports in one file: a page asks for one. What it imports when it is
 * wanted, `import('./search')`, becomes another file in the same way.
 */
async function bundleModule(
  entry: string,
  leftOut: readonly string[],
): Promise<Pick<BrowserScripts, 'files' | 'sources'> & {name: string}> {
  const files: OutputFile[] = [];
  const sources: string[] = [];
  const apart: esbuild.Plugin = {
    name: 'apart',
    setup(build) {
      build.onResolve({filter: /^\./}, async ({path: imported, kind, resolveDir}) => {
        if (kind !== 'dynamic-import') {
          return undefined;
        }
        if (leftOut.includes(imported)) {
          return {path: imported, external: true};
        }
        const file = await build.resolve(imported, {kind: 'import-statement', resolveDir});
        const module = await bundleModule(file.path, leftOut);
        files.push(...module.files);
        sources.push(...module.sources);
        return {path: `./${module.name}`, external: true};
      });
    },
  };
  const entryPoint = {entryPoints: [entry], format: 'esm' as const};
  const {outputFiles, metafile} = await esbuild.build({
    ...options,
    ...entryPoint,
    metafile: true,
    plugins: [apart],
  });
  sources.push(...Object.keys(metafile.inputs).map((file) => path.resolve(file)));
  const content = textOf(outputFiles);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  // They come as they are done, now one first, now another.
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  sources.sort();
  const {dir, name: base} = path.parse(entry);
  const name = `${base === 'index' ? path.basename(dir) : base}.${hash}.js`;
  return {name, files: [{path: `${scriptFolder}/${name}`, content}, ...files], sources};
}

function textOf(files: readonly {text: string}[]): string {
  const [file] = files;
  if (!file) {
    throw new Error('esbuild made nothing.');
  }
  return file.text;
}
