import {existsSync} from 'node:fs';
import path from 'node:path';
import {parseArgs, type ParseArgsConfig} from 'node:util';

import {inOneLine} from '../lib/finding.ts';
import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import type {BuiltVersion} from '../outputs/builtSite.ts';

/** How a command of scripts/ is used. */
interface Command extends ParseArgsConfig {
  /** One line: `npm run new -- "질문" [--out 폴더]`. */
  usage: string;
  /** With what the command ends where it could not do its work. */
  failureCode?: number;
}

/** The command line asks for nothing that the command does: the answer is its usage. */
export class WrongUse extends Error {}

/**
 * Runs a command of the command line: reads its arguments, and says in one line of Korean what went
 * wrong. What the command finds wanting without failing it says by `process.exitCode`.
 */
export async function runCommand<const Config extends Command>(
  config: Config,
  work: (given: ReturnType<typeof parseArgs<Config>>) => Promise<void> | void,
): Promise<void> {
  outliveReaders();
  try {
    await work(readArguments(config));
  } catch (error) {
    console.error(
      error instanceof WrongUse
        ? `이렇게 써 주세요: ${config.usage}`
        : inOneLine(error instanceof Error ? error.message : String(error)),
    );
    process.exitCode = config.failureCode ?? 1;
  }
}

function readArguments<Config extends Command>(config: Config) {
  try {
    return parseArgs(config);
  } catch (cause) {
    throw new WrongUse(undefined, {cause});
  }
}

/** A reader that has seen enough (`| head`) ends neither the work nor what the command ends with. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') {
        throw error;
      }
    });
  }
}

/**
 * The folder of the built site.
 * @throws Error in Korean where there is none yet
 */
export function builtFolder(): string {
  const folder = path.join(repositoryRoot, 'build');
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error('build/가 없습니다. 먼저 npm run build를 실행해 주세요.');
  }
  return folder;
}

/**
 * The version that somebody names, as its folder or as readers see it; the latest where nobody does.
 * @throws Error in Korean where the built site has no such version
 */
export function versionNamed(
  wanted: string | undefined,
  versions: readonly BuiltVersion[],
): BuiltVersion {
  const version =
    wanted === undefined
      ? versions[0]
      : versions.find(({name, label}) => name === wanted || label === wanted);
  if (!version) {
    throw new Error(
      `버전 ${wanted ?? ''}이(가) build/에 없습니다. 있는 버전: ${versions.map(({label}) => label).join(', ')}`,
    );
  }
  return version;
}
