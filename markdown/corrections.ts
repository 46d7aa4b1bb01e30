import type {List, ListItem, Paragraph, PhrasingContent, Root} from 'mdast';
import type {Plugin} from 'unified';
import {visit} from 'unist-util-visit';

import {plainText} from '../lib/page.ts';
import {correctionClass} from '../lib/pageMarkup.ts';

/** What each line of a correction is, in order. */
const parts = ['said', 'right', 'reason', 'article'] as const;
const labels = [/의 설명$/, /^바른 설명$/, /^(?:이유|까닭)$/, /의 글$/];

/**
 * Sets a correction as on a proof sheet: what was said struck, beside it what is right.
 *
 *     - **1.0의 설명**: “그 OS는 애플리케이션 하나를 실행합니다” ([1.0의 글](/docs/1.0/virtualization/))
 *     - **바른 설명**: 게스트 OS는 애플리케이션을 여러 개 실행할 수 있습니다.
 *     - **이유**: 운영 방식에서 생기는 낭비를 기술의 제약처럼 적었습니다.
 *     - **2.0의 글**: [가상화와 컨테이너](virtualization.md)
 *
 * becomes
 *
 *     <ul class="correction">
 *       <li class="correction-said"><strong>1.0의 설명<span>: </span></strong><del>“…”</del> (…)</li>
 *       <li class="correction-right">…
 */
const corrections: Plugin<[], Root> = () => (root) => {
  visit(root, 'list', (list) => {
    if (isCorrection(list)) {
      list.data = {...list.data, hProperties: {className: [correctionClass]}};
      list.children.forEach(setPart);
    }
  });
};

export default corrections;

function isCorrection({children}: List): boolean {
  return (
    children.length === labels.length &&
    children.every((item, index) => labels[index]?.test(labelOf(item)))
  );
}

function labelOf(item: ListItem): string {
  const label = paragraphOf(item)?.children[0];
  return label?.type === 'strong' ? plainText(label.children) : '';
}

function paragraphOf({children: [first]}: ListItem): Paragraph | undefined {
  return first?.type === 'paragraph' ? first : undefined;
}

function setPart(item: ListItem, index: number): void {
  const paragraph = paragraphOf(item);
  const [label, ...content] = paragraph?.children ?? [];
  if (!paragraph || label?.type !== 'strong') {
    return;
  }
  item.data = {...item.data, hProperties: {className: [`${correctionClass}-${parts[index]}`]}};
  const [first] = content;
  if (first?.type === 'text' && first.value.startsWith(': ')) {
    // The style sheet sets the label above the text, where a colon says nothing.
    first.value = first.value.slice(2);
    label.children.push({type: 'emphasis', data: {hName: 'span'}, children: [text(': ')]});
  }
  paragraph.children = [label, ...(parts[index] === 'said' ? struck(content) : content)];
}

/** Strikes the quotation that begins the text, up to its closing mark. */
function struck(content: PhrasingContent[]): PhrasingContent[] {
  const end = content.findIndex((node) => node.type === 'text' && node.value.includes('”'));
  const last = content[end];
  if (last?.type !== 'text') {
    return content;
  }
  const length = last.value.indexOf('”') + 1;
  return [
    {type: 'delete', children: [...content.slice(0, end), text(last.value.slice(0, length))]},
    text(last.value.slice(length)),
    ...content.slice(end + 1),
  ];
}

function text(value: string): PhrasingContent {
  return {type: 'text', value};
}
