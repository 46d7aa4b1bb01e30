const millisecondsPerDay = 86_400_000;
const koreanOffset = 9 * 3_600_000;

/** Number of the day in Korea, wherever the device is: a merged log means the same on all of them. */
export function dayOf(at: number): number {
  return Math.floor((at + koreanOffset) / millisecondsPerDay);
}

/** `2026-12-05` of a day. */
export function dateOf(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The day of a date such as `2026-12-05`; undefined when it is none. */
export function dayOfDate(date: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : NaN;
  return Number.isNaN(at) ? undefined : at / millisecondsPerDay;
}
