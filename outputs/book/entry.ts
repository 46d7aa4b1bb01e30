import type {Element} from 'hast';
import {h} from 'hastscript';

/** A line of the contents or of an index. */
export function entry(id: string, label: string, number?: string): Element {
  return h('a', {href: `#${id}`}, [
    ...(number ? [h('span', {className: 'number'}, `${number} `)] : []),
    h('span', {className: 'label'}, `${label} `),
    h('span', {className: 'page', dataPageOf: id}),
  ]);
}
