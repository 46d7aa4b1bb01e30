import {spawn} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

import type {Experiment, Step} from '../../content-model/experiments.ts';

const secondsAllowed = 60;
const mostCharacters = 100_000;

/** Whatever the commands start ends with the shell, the first process of its PID namespace. */
const namespaces = ['--mount', '--pid', '--net', '--uts', '--ipc', '--cgroup'];

/** The root is for reading, /tmp is the folder that is thrown away, and there is no network. */
const moveIn = `
set -e
mount -t proc proc /proc
mount --bind "$FOLDER" /tmp
mount -t tmpfs tmpfs /run
mount -o remount,bind,ro /
hostname vm
cd /tmp/here
exec bash 2>&1`;

/** The commands of the pages are those of an ordinary user; here there is root alone. */
const sudo = '#!/bin/sh\nexec "$@"\n';

/** What of an experiment is run. */
type Commands = Pick<Experiment, 'files'> & {steps: readonly Pick<Step, 'commands'>[]};

/**
 * Types the steps of an experiment into one shell, in namespaces of its own that are thrown away.
 * @returns what each step printed; undefined for a step that did not come to its end
 * @throws Error in Korean where there are no such namespaces: not Linux, or not root
 */
export async function runExperiment({files, steps}: Commands): Promise<(string | undefined)[]> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error('리눅스에서 root로 실행해 주세요. 버릴 네임스페이스를 만들어야 합니다.');
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'kkori-rerun-'));
  try {
    mkdirSync(path.join(folder, 'bin'));
    mkdirSync(path.join(folder, 'here'));
    // Some commands go on as another user.
    for (const each of [folder, path.join(folder, 'here')]) {
      chmodSync(each, 0o777);
    }
    writeFileSync(path.join(folder, 'bin/sudo'), sudo, {mode: 0o755});
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(path.join(folder, 'here', name), `${text}\n`);
    }
    const end = randomUUID();
    const typed = steps.map(({commands}) => `${commands}\necho; echo ${end}\n`).join('');
    const parts = (await type(typed, folder)).split(`\n${end}\n`);
    return steps.map((_, index) => (index < parts.length - 1 ? parts[index] : undefined));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Types into a shell as somebody at a keyboard would: a shell started within it reads on. */
function type(text: string, folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const command = ['bash', '-c', moveIn];
    const shell = spawn('unshare', [...namespaces, '--fork', '--kill-child', ...command], {
      env: {
        FOLDER: folder,
        HOME: '/tmp',
        LANG: 'C.UTF-8',
        PATH: '/tmp/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      },
      timeout: secondsAllowed * 1000,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.length > mostCharacters) {
        shell.kill('SIGKILL');
      }
    };
    shell.stdout.on('data', take);
    shell.stderr.on('data', take);
    // It may end before it has read all.
    shell.stdin.on('error', () => undefined);
    shell.on('error', reject);
    shell.on('close', () => resolve(output));
    shell.stdin.end(text);
  });
}
