/**
 * What a reader can do with an element of a page by script: the values of its
 * `data-behavior`. Templates write them, src/browser listens for them, and outputs/pages
 * refuses a page with a control that has neither one of these nor a way of HTML's own.
 */
export const elementBehaviors = [
  'back-to-top',
  'citation',
  'close-answer',
  'color-mode',
  'copy-code',
  'copy-link',
  'drawer',
  'enlarge',
  'interview',
  'nearest-pages',
  'open-all',
  'outline',
  'page-bar',
  'practice',
  'question-list',
  'resume',
  'search',
  'search-dialog',
  'search-page',
  'store-edition',
  'term',
  'version-menu',
  'walk',
] as const;
export type ElementBehavior = (typeof elementBehaviors)[number];

export const behaviorMark = 'data-behavior';

/** An attribute to spread into an element: `<button {...withBehavior('copy-code')}>`. */
export function withBehavior(name: ElementBehavior): Record<typeof behaviorMark, ElementBehavior> {
  return {[behaviorMark]: name};
}

/** On the root element, once the behaviours have begun: until then no control shows that needs them. */
export const enhancedMark = 'data-enhanced';
