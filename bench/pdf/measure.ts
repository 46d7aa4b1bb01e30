import {spawn} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';

/** A command's run, with all the processes that it started. */
export interface Run {
  seconds: number;
  /** Highest sum of the memory of all processes; shared pages are counted once (PSS). */
  megabytes: number;
}

/**
 * Runs a command to its end.
 * @throws Error with what it printed, when it fails
 */
export async function measure(
  command: string,
  commandArguments: string[],
  folder: string,
  environment: Record<string, string> = {},
): Promise<Run> {
  const start = performance.now();
  const child = spawn(command, commandArguments, {
    cwd: folder,
    env: {...process.env, ...environment},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid ?? 0));
  }, 200);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (status !== 0) {
    throw new Error(`${command} ${commandArguments.join(' ')} 명령이 실패했습니다.\n${output.slice(-2000)}`);
  }
  return {seconds: (performance.now() - start) / 1000, megabytes: peak / 1024};
}

/** Kilobytes of a process and of all below it. */
function memoryOf(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = /^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1];
    parents.set(Number(name), Number(parent));
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || isBelow(parents.get(pid)));
  return [...parents.keys()]
    .filter(isBelow)
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0))
    .reduce((sum, kilobytes) => sum + kilobytes, 0);
}

/** Empty for a process that has just ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
