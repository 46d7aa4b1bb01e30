import {drawingWidth, rectangle, smallSize, tag, text} from './svg.ts';
import {textWidth} from './textWidth.ts';

/** What `class A kernel` says that a box is, and the word that the legend has for it. */
const roles = {process: '프로세스', kernel: '커널', danger: '주의'} as const;
type Role = keyof typeof roles;

/** The names that sources may give: `warning` is the one for danger; `muted` is set back. */
const looks: Record<string, Role | 'muted'> = {
  process: 'process',
  kernel: 'kernel',
  warning: 'danger',
  muted: 'muted',
};

export const lookNames = Object.keys(looks);

/** The class of the style sheet for the look of a box. */
export function lookOf(name: string | undefined): string {
  return (name && looks[name]) ?? '';
}

function rolesIn(names: readonly (string | undefined)[]): Role[] {
  const present = new Set(names.map(lookOf));
  return (Object.keys(roles) as Role[]).filter((role) => present.has(role));
}

const height = 30;

/** The room that the legend takes: a drawing with fewer than two roles has none. */
export function legendHeight(names: readonly (string | undefined)[]): number {
  return rolesIn(names).length >= 2 ? height : 0;
}

/** One line below a drawing that says which box is what. */
export function legend(names: readonly (string | undefined)[], top: number): string {
  if (legendHeight(names) === 0) {
    return '';
  }
  const swatch = 13;
  const entries = rolesIn(names).map((role) => ({
    role,
    width: swatch + 6 + textWidth(roles[role], smallSize, 400),
  }));
  const gap = 18;
  const total = entries.reduce((sum, {width}) => sum + width, gap * (entries.length - 1));
  let x = (drawingWidth - total) / 2;
  const y = top + height - 9;
  const drawn = entries.map(({role, width}) => {
    const entry =
      tag(
        'g',
        {class: `node ${role}`},
        rectangle({x, y: y - swatch / 2, width: swatch, height: swatch}, 3),
      ) + text('legend', [roles[role]], {x: x + swatch + 6, y}, 0);
    x += width + gap;
    return entry;
  });
  return tag('g', {class: 'roles'}, ...drawn);
}
