import {existsSync} from 'node:fs';
import {chmod, mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {promisify} from 'node:util';
import {brotliDecompress} from 'node:zlib';

import {chromium, type Browser, type BrowserServer, type LaunchOptions} from 'playwright-core';
import tar from 'tar-fs';

import {repositoryRoot} from './repositoryRoot.ts';

/** A Chromium that can be started on this machine. */
interface Executable {
  path: string;
  /** Added to the environment of the browser's process alone. */
  environment: Record<string, string>;
}

/** Environment variables that name a browser, in the order in which they are asked. */
const variables = ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_BIN'];

const namesOnPath = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const knownPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Starts the Chromium that CHROME_PATH names, or an installed Chrome, Chromium
 * or Edge, or the one inside @sparticuz/chromium (Linux x64). The sandbox is on
 * where the system allows it. The caller closes the browser.
 * @param extraArguments further command-line switches, e.g. of a remote debugging port
 * @param leftOutArguments those of Playwright's own that shall not be there
 * @throws Error in Korean when there is no browser, or it does not start
 */
export function launchBrowser(
  extraArguments: string[] = [],
  leftOutArguments: string[] = [],
): Promise<Browser> {
  return start(
    (options) => chromium.launch({...options, ignoreDefaultArgs: leftOutArguments}),
    extraArguments,
  );
}

/**
 * As launchBrowser, for work that may hang: the server's `kill` ends a browser
 * that no longer answers.
 */
export function launchBrowserServer(): Promise<BrowserServer> {
  return start((options) => chromium.launchServer(options), []);
}

async function start<T>(
  launch: (options: LaunchOptions) => Promise<T>,
  extraArguments: string[],
): Promise<T> {
  const executable = await findExecutable();
  const options = {
    executablePath: executable.path,
    args: [
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-component-update',
      ...extraArguments,
    ],
    env: {...definedVariables(process.env), ...executable.environment},
  };
  try {
    return await launch({...options, chromiumSandbox: true});
  } catch {
    // Root, and kernels without user namespaces for everybody, have no sandbox.
    return await launch({...options, chromiumSandbox: false}).catch((cause: unknown) => {
      throw new Error(
        `브라우저를 시작하지 못했습니다: ${executable.path} CHROME_PATH에 Chrome이나 Edge의 실행 파일을 적어 주세요.`,
        {cause},
      );
    });
  }
}

/** The browser that launchBrowser starts, for a tool that starts it itself. */
export async function findExecutable(): Promise<Executable> {
  const installed = installedBrowser();
  if (installed) {
    return {path: installed, environment: {}};
  }
  if (canRunBundledChromium) {
    return bundledChromium();
  }
  throw new Error(
    'Chromium을 찾지 못했습니다. Chrome이나 Edge를 설치하거나, CHROME_PATH에 실행 파일의 경로를 적어 주세요.',
  );
}

const canRunBundledChromium = process.platform === 'linux' && process.arch === 'x64';

function installedBrowser(): string | undefined {
  const named = variables.map((name) => process.env[name]).find(Boolean);
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = namesOnPath.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return named ?? [...onPath, ...knownPlaces].find((place) => existsSync(place));
}

/**
 * Unpacks @sparticuz/chromium once into a folder named by its version. Not by
 * its own function, which unpacks the libraries only inside AWS Lambda, and
 * shares one folder among all versions.
 */
async function bundledChromium(): Promise<Executable> {
  const require = createRequire(import.meta.url);
  const packageFolder = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '../..');
  const {version} = JSON.parse(
    await readFile(path.join(packageFolder, 'package.json'), 'utf8'),
  ) as {version: string};
  const folder = path.join(repositoryRoot, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) {
    const partial = `${folder}.${process.pid}`;
    try {
      await mkdir(partial, {recursive: true});
      await unpack(path.join(packageFolder, 'bin'), partial, folder);
    } catch (cause) {
      await rm(partial, {recursive: true, force: true});
      throw new Error(`Chromium을 ${folder}에 풀지 못했습니다: ${(cause as Error).message}`, {
        cause,
      });
    }
    // Another process may have been first: its copy is as good.
    await rename(partial, folder).catch(() => rm(partial, {recursive: true}));
  }
  return {
    path: path.join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: path.join(folder, 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

async function unpack(packed: string, folder: string, home: string): Promise<void> {
  const decompress = promisify(brotliDecompress);
  const program = path.join(folder, 'chromium');
  await writeFile(program, await decompress(await readFile(path.join(packed, 'chromium.br'))));
  await chmod(program, 0o755);
  const libraries = await decompress(await readFile(path.join(packed, 'al2023.tar.br')));
  await pipeline(Readable.from([libraries]), tar.extract(folder));
  await writeFile(path.join(folder, 'fonts.conf'), await fontConfiguration(folder, home));
}

/**
 * Without any system font Chromium draws nothing at all, not even web fonts; a
 * bare machine has none. Pretendard stands in for all families. Fontconfig reads
 * a relative cache folder from wherever the process was started: hence `home`,
 * where the folder will be in the end.
 */
async function fontConfiguration(folder: string, home: string): Promise<string> {
  const require = createRequire(import.meta.url);
  const source =
    require.resolve('pretendard/dist/public/static/alternative/Pretendard-Regular.ttf');
  const fonts = path.join(folder, 'fonts');
  await mkdir(fonts);
  await writeFile(path.join(fonts, 'Pretendard-Regular.ttf'), await readFile(source));
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function definedVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
