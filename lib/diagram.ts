import type {RootContent} from 'mdast';

import {plainText} from './page.ts';

/** What a paragraph below a diagram begins with to be its caption. */
export const captionPrefix = '그림:';

/** The accessible name and description that a Mermaid source declares, or undefined. */
export function diagramTexts(source: string): {
  title: string | undefined;
  description: string | undefined;
} {
  return {
    title: /^\s*accTitle\s*:\s*(\S.*)$/m.exec(source)?.[1]?.trim(),
    description: /^\s*accDescr\s*:\s*(\S.*)$/m.exec(source)?.[1]?.trim(),
  };
}

/** Text of a caption without its prefix, or undefined when the node is none. */
export function diagramCaption(node: RootContent): string | undefined {
  if (node.type !== 'paragraph') {
    return undefined;
  }
  const text = plainText(node.children);
  return text.startsWith(captionPrefix)
    ? text.slice(captionPrefix.length).trim() || undefined
    : undefined;
}
