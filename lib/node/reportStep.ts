interface Step {
  label: string;
  start: number;
}

/** Where a build says what it does: `process.stdout`, or what a test reads. */
interface Output {
  isTTY?: boolean;
  write: (text: string) => unknown;
}

/** Back to the start of the line, which is emptied. */
const emptyLine = '\r\u001b[K';

/**
 * Says what a build does, step by step. A log gets one line for each step when it is done, with its
 * time; somebody at a terminal also sees the step that goes on, and how far it is.
 */
export function createStepReporter(
  output: Output,
  isLog = output.isTTY !== true,
  now = () => performance.now(),
) {
  let current: Step | undefined;
  // The cursor goes back, so that whatever else is written begins at the start of the line.
  const show = (text: string) => isLog || output.write(`${emptyLine}… ${text}\r`);
  const finish = () => {
    if (current) {
      const {label, start} = current;
      output.write(`${isLog ? '' : emptyLine}· ${label} ${duration(now() - start)}\n`);
      current = undefined;
    }
  };
  return {
    step: (label: string): void => {
      finish();
      current = {label, start: now()};
      show(label);
    },
    progress: (detail: string): void => {
      if (current) {
        show(`${current.label}: ${detail}`);
      }
    },
    finish,
  };
}

/** `4.2초` or `1분 5초`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const whole = Math.round(seconds);
  return seconds < 60 ? `${seconds.toFixed(1)}초` : `${Math.floor(whole / 60)}분 ${whole % 60}초`;
}

const reporter = createStepReporter(
  process.stdout,
  !process.stdout.isTTY || process.env.CI !== undefined,
);

/** Begins a step of the build; the one before it is done, and is told with its time. */
export const reportStep = reporter.step;

/** How far the step is, e.g. `3/40`: only for somebody who watches. */
export const reportProgress = reporter.progress;

/** The last step is done. */
export const finishSteps = reporter.finish;
