import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';

interface Holder {
  pid: number;
  /** `빌드` or `시험`. */
  work: string;
}

const lockFile = 'build.lock';

/**
 * Keeps `build/` and `build.partial/` below a folder for this process, until it ends. What a killed
 * process left is taken over.
 * @param work what the process does with them, `빌드` or `시험`
 * @throws Error in Korean while another process has them
 */
export function lockBuild(folder: string, work: string): void {
  const file = path.join(folder, lockFile);
  for (;;) {
    try {
      const own: Holder = {pid: process.pid, work};
      writeFileSync(file, JSON.stringify(own), {flag: 'wx'});
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
    }
    const holder = readHolder(file);
    if (holder && isAlive(holder.pid)) {
      throw new Error(
        `다른 프로세스(${holder.pid})가 이 폴더를 ${holder.work}하고 있습니다. 끝난 뒤에 다시 실행해 주세요. 그런 프로세스가 없으면 ${lockFile}을 지워 주세요.`,
      );
    }
    rmSync(file, {force: true});
  }
  process.on('exit', () => rmSync(file, {force: true}));
}

/** Who has the lock; undefined when nobody has it any more. */
function readHolder(file: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text) as Holder;
  } catch {
    throw new Error(
      `다른 프로세스가 이 폴더를 막 쓰기 시작했습니다. 끝난 뒤에 다시 실행해 주세요. 그런 프로세스가 없으면 ${lockFile}을 지워 주세요.`,
    );
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may be asked, not signalled.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
