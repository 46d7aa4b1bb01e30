import type {Element, Root} from 'hast';
import {toHtml} from 'hast-util-to-html';
import {visitParents} from 'unist-util-visit-parents';

import {elementBehaviors} from '../../lib/behaviors.ts';

/** Elements and roles that promise to do something. */
const controls = new Set(['button', 'input', 'select', 'textarea']);
const controlRoles =
  /^(button|checkbox|combobox|listbox|menu|menuitem.*|option|radio|slider|switch|tab|tablist|textbox|tree.*)$/;
/** Attributes of what a script opens, fills or shows. */
const scripted = ['ariaExpanded', 'ariaHasPopup', 'contentEditable'];
const behaviors = new Set<unknown>(elementBehaviors);

/**
 * Controls of a finished page that would do nothing: Docusaurus' theme and its React components get
 * their life in the browser from React, which no page has. Each in words: its tag, and where it stands.
 *
 *     <button role="tab">npm</button>     in ul.tabs
 */
export function deadControlsIn(root: Root): string[] {
  const dead: string[] = [];
  visitParents(root, 'element', (element, ancestors) => {
    const parents = ancestors.filter((node) => node.type === 'element');
    if (isHiddenForGood(element) || (isControl(element) && !isAlive(element, parents))) {
      dead.push(describe(element, parents));
    }
  });
  return dead;
}

function isControl({tagName, properties}: Element): boolean {
  return (
    controls.has(tagName) ||
    controlRoles.test(String(properties.role ?? '')) ||
    scripted.some((name) => properties[name] !== undefined)
  );
}

function isAlive(element: Element, parents: readonly Element[]): boolean {
  const {tagName, properties} = element;
  if (properties.dataBehavior !== undefined) {
    return behaviors.has(properties.dataBehavior);
  }
  const form = parents.find((parent) => parent.tagName === 'form');
  const isSent = form && (form.properties.action || form.properties.method === 'dialog');
  const isFormButton = tagName === 'button' && properties.type !== 'button' && isSent;
  const isField = tagName !== 'button' && controls.has(tagName) && isSent;
  return Boolean(properties.popoverTarget ?? (isFormButton || isField));
}

/** What a style hides from the start waits for a script, such as the body of the theme's own `<details>`. */
function isHiddenForGood({tagName, properties}: Element): boolean {
  return tagName !== 'svg' && /display:\s*none/.test(String(properties.style ?? ''));
}

function describe(element: Element, parents: readonly Element[]): string {
  const tag = toHtml({...element, children: []}).replace(/<\/.*$/, '');
  const place = parents.at(-1);
  const [className] = Array.isArray(place?.properties.className) ? place.properties.className : [];
  return `${tag} (${[place?.tagName, className].filter(Boolean).join('.')} 안)`;
}
