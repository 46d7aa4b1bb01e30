import {spawnSync} from 'node:child_process';

/**
 * Runs a command, and shows what it printed only when it failed.
 * @throws Error with the end of its output
 */
export function runQuietly(command: string, commandArguments: string[], folder: string): void {
  const {status, stdout, stderr} = spawnSync(command, commandArguments, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
    env: {...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', CI: 'true'},
  });
  if (status !== 0) {
    const output = `${stdout}\n${stderr}`.trim().split('\n').slice(-30).join('\n');
    throw new Error(`${command} ${commandArguments.join(' ')} 명령이 실패했습니다.\n${output}`);
  }
}
