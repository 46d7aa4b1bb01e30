/** How well a question stands: never asked, shaky, or so firm that it would be recalled nine times of ten. */
export type Standing = 'new' | 'shaky' | 'firm';

export const standingLabels = {
  new: '아직',
  shaky: '흔들림',
  firm: '단단함',
} as const satisfies Record<Standing, string>;

/** Where the browser keeps, by question, the last day on which it is firm: for the marks on the pages. */
export const standingsKey = 'kkori-standings';
/** Stands there for the day of a question that was never asked. */
export const never = 0;
