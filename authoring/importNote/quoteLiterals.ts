import type {Html, Root} from 'mdast';
import {visit} from 'unist-util-visit';

import {displayFormula, inlineFormula} from '../../checks/formula.ts';

type Parse = (text: string) => Root;

/** Elements that need no end tag, or may leave it out. */
const unclosed = new Set(
  'br hr img wbr input source p li dt dd tr td th thead tbody tfoot caption col colgroup'.split(
    ' ',
  ),
);

/** Elements that notes write for their looks: they hold text and swallow none. */
const formatting = new Set(
  `a abbr aside b big blockquote center cite code del details dfn div dl em figcaption figure font
  footer h1 h2 h3 h4 h5 h6 header i ins kbd main mark nav ol picture pre q ruby rt s samp section
  small span strike strong sub summary sup table tt u ul var`.split(/\s+/),
);

/** Elements that take the text up to their end tag for their own: without one, all of the note. */
const embedding = new Set(
  'audio button embed form iframe object script select style svg textarea video'.split(' '),
);

/**
 * Marks as literal what Markdown and HTML would misread: formulas become code, and the `<` of
 * what only looks like a tag (`List<String>`, a <script> that a sentence is about) an entity.
 */
export function quoteLiterals(text: string, parse: Parse): string {
  return quoteTags(quoteProse(text, parse), parse);
}

/** What Korean notes write and Markdown reads as a mark: 2*3, __init__, a paragraph that begins with a year. */
const misread: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)\*(?=\d)|(?<=(?<!\w)\w)\*(?=\w(?!\w))/g, '\\*'],
  [/(?<![\w`_])__([a-z]\w*)__(?![\w`_])/g, '`__$1__`'],
  [/^([ \t>]*)(\d{4,})\.(?= )/gm, '$1$2\\.'],
  // A link whose address is a link once more.
  [/\]\(\[[^\]\n]*\]\((https?:\/\/[^()\s]+)\)\)/g, ']($1)'],
];

function quoteProse(text: string, parse: Parse): string {
  const quote = (prose: string): string =>
    misread
      .reduce((rest, [pattern, right]) => rest.replace(pattern, right), prose)
      // The parser takes no slash in a value without quotes.
      .replace(/(<(?:img|a)\s[^<>]*?\b(?:src|href)=)([^\s"'<>]+)/gi, '$1"$2"')
      .replace(displayFormula, (_, indent: string, formula: string) => {
        const lines = formula.split('\n').map((line) => line.replace(/^[ \t>]+/, ''));
        return ['', '```latex', ...lines.filter((line) => line.trim() !== ''), '```'].join(
          `\n${indent}`,
        );
      })
      .replace(inlineFormula, '`$2`');
  let quoted = '';
  let end = 0;
  visit(parse(text), ['code', 'inlineCode'], ({position}) => {
    const from = position?.start.offset ?? end;
    const to = position?.end.offset ?? end;
    quoted += quote(text.slice(end, from)) + text.slice(from, to);
    end = to;
  });
  return quoted + quote(text.slice(end));
}

interface Tag {
  name: string;
  isEnd: boolean;
  hasAttributes: boolean;
  offset: number;
}

function quoteTags(text: string, parse: Parse): string {
  const stray = strayTags(tagsOf(text, parse(text)));
  const quoted = stray.reduceRight(
    (rest, {offset}) => `${rest.slice(0, offset)}&lt;${rest.slice(offset + 1)}`,
    text,
  );
  // What one of them had swallowed is read now, and may hold more.
  return stray.length > 0 ? quoteTags(quoted, parse) : text;
}

function tagsOf(text: string, root: Root): Tag[] {
  const tags: Tag[] = [];
  visit(root, 'html', ({value, position}: Html) => {
    let offset = position?.start.offset ?? 0;
    if (/^<[?!](?!--)/.test(value)) {
      tags.push({name: value, isEnd: false, hasAttributes: false, offset});
    }
    const withoutComments = value.replace(/<!--[\s\S]*?(-->|$)/g, '');
    for (const [tag, slash, name = '', attributes = ''] of withoutComments.matchAll(
      /<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi,
    )) {
      // A tag on more lines than one is not found inside of a quote; nothing stray looks like that.
      const found = text.indexOf(tag, offset);
      if (found !== -1 && found < (position?.end.offset ?? 0)) {
        offset = found + 1;
        tags.push({
          name: name.toLowerCase(),
          isEnd: slash !== '',
          hasAttributes: attributes.includes('='),
          offset: found,
        });
      }
    }
  });
  return tags;
}

function strayTags(tags: readonly Tag[]): Tag[] {
  const paired = new Set<Tag>();
  const open = new Map<string, Tag[]>();
  for (const tag of tags) {
    const opened = open.get(tag.name) ?? [];
    open.set(tag.name, opened);
    const start = tag.isEnd ? opened.pop() : undefined;
    if (start) {
      paired.add(start).add(tag);
    } else if (!tag.isEnd) {
      opened.push(tag);
    }
  }
  return tags.filter((tag) => {
    const {name, isEnd, hasAttributes} = tag;
    if (unclosed.has(name)) {
      return false;
    }
    return formatting.has(name)
      ? !isEnd && !hasAttributes && !paired.has(tag)
      : !embedding.has(name) || !paired.has(tag);
  });
}
