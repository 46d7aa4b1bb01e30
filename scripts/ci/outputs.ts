import {appendFileSync} from 'node:fs';

/**
 * Tells the workflow the outputs of this step, and the log.
 * @throws when a value has a second line: it could name outputs of its own
 */
export function writeOutputs(outputs: Record<string, string>): void {
  const lines = Object.entries(outputs).map(([name, value]) => {
    if (/[\r\n]/.test(value)) {
      throw new Error(`${name}에 줄바꿈이 있습니다.`);
    }
    return `${name}=${value}\n`;
  });
  const file = process.env.GITHUB_OUTPUT;
  if (file) {
    appendFileSync(file, lines.join(''));
  }
  console.log(lines.join(''));
}

/** Ends the step as failed, with its reason on the page of the run. */
export function failStep(error: unknown): void {
  const text = (error as Error).message.replace(/%/g, '%25').replace(/[\r\n]+/g, '%0A');
  console.log(`::error::${text}`);
  process.exitCode = 1;
}
