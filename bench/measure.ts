import {spawn} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';

/** A command's run, with all the processes that it started. */
export interface Run {
  seconds: number;
  /** Of the processor, in user and kernel mode. */
  cpuSeconds: number;
  /** Highest sum of the memory of all processes; shared pages are counted once (PSS). */
  megabytes: number;
}

/** Linux tells times in hundredths of a second, whatever the clock of its kernel. */
const ticksPerSecond = 100;

/**
 * Runs a command to its end; one at a time, since the kernel adds up the time of all ended children.
 * Linux only: time and memory are read from /proc.
 * @throws Error with what it printed, when it fails
 */
export async function measure(
  command: string,
  commandArguments: string[],
  folder: string,
  environment: Record<string, string> = {},
): Promise<Run> {
  const start = performance.now();
  const cpuStart = cpuSecondsOfEndedChildren();
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
  return {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: cpuSecondsOfEndedChildren() - cpuStart,
    megabytes: peak / 1024,
  };
}

/** With the children of these children, as far as somebody waited for their end. */
function cpuSecondsOfEndedChildren(): number {
  // The name of the program, in parentheses, may hold spaces; state is the first field after it.
  const fields = read('/proc/self/stat').replace(/^.*\) /s, '').split(' ');
  const [user, system] = fields.slice(13, 15).map(Number);
  return ((user ?? 0) + (system ?? 0)) / ticksPerSecond;
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
