/**
 * How well a question is remembered, by FSRS-6 with its published default parameters
 * (https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm). The same numbers as
 * ts-fsrs, whose rounding to eight decimals it shares; tests hold the two side by side.
 */
export interface Memory {
  /** Days until the chance of recall has fallen to 90 %. */
  stability: number;
  /** From 1 to 10. */
  difficulty: number;
}

/** As FSRS numbers them. We know no `easy`. */
export const grades = {again: 1, hard: 2, good: 3} as const;
export type Grade = (typeof grades)[keyof typeof grades];
const easy = 4;

// prettier-ignore
const w = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
  1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
] as const;
const decay = -w[20];
const factor = round(Math.exp(Math.log(0.9) / decay) - 1);

/** The chance of recall some days after the question was last asked. */
export function recallAfter(days: number, {stability}: Memory): number {
  return round((1 + (factor * days) / stability) ** decay);
}

/**
 * What is remembered after the question was asked once more.
 * @param memory undefined for a question that was never asked
 * @param days since it was asked last; 0 for the same day
 */
export function remember(memory: Memory | undefined, days: number, grade: Grade): Memory {
  if (!memory) {
    return {stability: w[grade - 1] ?? w[0], difficulty: clamp(firstDifficulty(grade), 1, 10)};
  }
  return {
    stability: nextStability(memory, days, grade),
    difficulty: nextDifficulty(memory.difficulty, grade),
  };
}

function firstDifficulty(grade: number): number {
  return round(w[4] - Math.exp((grade - 1) * w[5]) + 1);
}

function nextDifficulty(difficulty: number, grade: Grade): number {
  const change = round((-w[6] * (grade - 3) * (10 - difficulty)) / 9);
  return clamp(round(w[7] * firstDifficulty(easy) + (1 - w[7]) * (difficulty + change)), 1, 10);
}

function nextStability(memory: Memory, days: number, grade: Grade): number {
  const {stability, difficulty} = memory;
  if (days === 0) {
    const growth = stability ** -w[19] * Math.exp(w[17] * (grade - 3 + w[18]));
    return bounded(stability * (grade === grades.again ? growth : Math.max(growth, 1)));
  }
  const forgotten = 1 - recallAfter(days, memory);
  if (grade === grades.again) {
    const after = bounded(
      w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * Math.exp(forgotten * w[14]),
    );
    return clamp(round(stability / Math.exp(w[17] * w[18])), minimumStability, after);
  }
  const growth =
    Math.exp(w[8]) *
    (11 - difficulty) *
    stability ** -w[9] *
    (Math.exp(forgotten * w[10]) - 1) *
    (grade === grades.hard ? w[15] : 1);
  return bounded(stability * (1 + growth));
}

const minimumStability = 0.001;

function bounded(stability: number): number {
  return round(clamp(stability, minimumStability, 36500));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function round(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}
