import {parseContent} from './checkContent.ts';
import type {Content, ContentEntry, Example} from './rule.ts';

/** The content of an example, as readContent and parseContent would give it. */
export function exampleContent(files: Example['files']): Content {
  return parseContent(
    Object.entries(files).map(([file, value]): ContentEntry => {
      if (typeof value === 'string') {
        return {file, bytes: new TextEncoder().encode(value)};
      }
      return value instanceof Uint8Array
        ? {file, bytes: value}
        : {file, bytes: undefined, fault: `심볼릭 링크입니다: ${value.link}`};
    }),
  );
}
