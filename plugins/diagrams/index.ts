import type {Code, Paragraph, Root, RootContent} from 'mdast';
import type {Plugin} from 'unified';
import {visit} from 'unist-util-visit';

import {diagramCaption, diagramTexts} from '../../lib/diagram.ts';
import {flowElement} from '../../lib/jsx.ts';

/**
 * Puts each Mermaid block and the caption below it into one figure.
 *
 *     ```mermaid
 *     flowchart TB
 *       accTitle: DinD 구성
 *       accDescr: 호스트 안에 …
 *     ```
 *
 *     그림: 데몬이 두 개입니다.
 *
 * becomes
 *
 *     <figure role="img" …>…<figcaption>그림 1. 데몬이 두 개입니다.</figcaption></figure>
 */
const diagrams: Plugin<[], Root> = () => (root, file) => {
  let number = 0;
  visit(root, 'code', (node, index, parent) => {
    if (node.lang !== 'mermaid' || !parent || index === undefined) {
      return;
    }
    const {title, description} = diagramTexts(node.value);
    const caption = parent.children[index + 1];
    const captionText = caption && diagramCaption(caption as RootContent);
    if (!title || !description || !captionText) {
      return file.fail(
        '다이어그램에는 accTitle, accDescr와, 바로 아래에 "그림: …"으로 시작하는 설명 문단이 있어야 합니다.',
        node,
      );
    }
    number += 1;
    parent.children.splice(
      index,
      2,
      figure(node, {title, description, number, caption: caption as Paragraph}) as never,
    );
    return index + 1;
  });
};

export default diagrams;

interface FigureTexts {
  title: string;
  description: string;
  number: number;
  caption: Paragraph;
}

function figure(code: Code, {title, description, number, caption}: FigureTexts): RootContent {
  return flowElement('Diagram', {title, description, number}, [code, caption]);
}
