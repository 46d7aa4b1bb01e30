import type {Element, Nodes as HastNodes, Root as HastRoot} from 'hast';
import {raw} from 'hast-util-raw';
import {toMdast, type Handle} from 'hast-util-to-mdast';
import type {Root} from 'mdast';
import {toHast} from 'mdast-util-to-hast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {SKIP, visit} from 'unist-util-visit';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);

/** Elements that are no text and have no place in a page of ours. */
const dropped = new Set(['script', 'style', 'iframe', 'object', 'embed', 'form', 'input', 'video']);

/** A note as plain Markdown, and what of it has no Markdown. */
export interface Note {
  root: Root;
  /** Korean sentences for the person who imports. */
  lost: string[];
}

/**
 * Reads a note that mixes Markdown with HTML (`</br>`, `<p align><img>`, `<details>`, tables …)
 * and turns all of it into Markdown. Runs nothing: HTML is parsed as data.
 */
export function readNote(text: string): Note {
  const lost: string[] = [];
  const tree = toHast(parser.parse(text), {allowDangerousHtml: true});
  const html = raw(tree) as HastRoot;
  visit(html, (node, index, parent) => {
    const isComment = node.type === 'comment';
    const isDropped = node.type === 'element' && isWithoutMarkdown(node);
    if ((!isComment && !isDropped) || !parent || index === undefined) {
      return undefined;
    }
    lost.push(
      isComment
        ? `HTML 주석을 뺐습니다: ${node.value.trim().slice(0, 60)}`
        : `<${node.tagName}>은 글에 쓸 수 없어 뺐습니다.`,
    );
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  const root = toMdast(html, {handlers: {details, summary}, newlines: false}) as Root;
  return {root, lost};
}

function isWithoutMarkdown({tagName, properties}: Element): boolean {
  // The box of a task list is an input too.
  return dropped.has(tagName) && properties.type !== 'checkbox';
}

/** `<details>`: its summary in bold, then what it holds. */
const details: Handle = (state, node) => state.toFlow(state.all(node));

const summary: Handle = (state, node) => ({
  type: 'paragraph',
  children: [{type: 'strong', children: state.all(withoutBlocks(node)) as never}],
});

function withoutBlocks(node: Element): Element {
  const children = node.children.flatMap((child): HastNodes[] =>
    child.type === 'element' && /^(p|div|b|strong|h[1-6])$/.test(child.tagName)
      ? child.children
      : [child],
  );
  return {...node, children: children as Element['children']};
}
