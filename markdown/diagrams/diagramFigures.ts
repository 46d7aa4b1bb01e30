import type {Code, Paragraph, PhrasingContent, Root, RootContent} from 'mdast';
import type {Plugin} from 'unified';
import {visit} from 'unist-util-visit';

import {diagramAnchor} from '../../lib/anchors.ts';
import {captionPrefix, diagramCaption, diagramTexts} from '../../lib/diagram.ts';
import {nodesIn} from '../../lib/nodes.ts';
import {flowElement} from '../jsx.ts';
import type {Inputs} from '../context.ts';
import {appearanceHash, drawDiagrams} from '../../lib/node/diagrams/drawDiagrams.ts';
import type {Drawing} from '../../lib/node/diagrams/model.ts';

interface Block {
  code: Code;
  caption: Paragraph;
  title: string;
  description: string;
  parent: {children: RootContent[]};
}

/**
 * Puts each Mermaid block and the caption below it into one figure, with the
 * drawing in it.
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
 *     <figure><svg role="img" aria-label="DinD 구성">…</svg>
 *     <figcaption>그림 1. 데몬이 두 개입니다.</figcaption></figure>
 */
const diagramFigures: Plugin<[], Root> = () => async (root, file) => {
  const blocks: Block[] = [];
  visit(root, 'code', (code, index, parent) => {
    if (code.lang !== 'mermaid' || !parent || index === undefined) {
      return;
    }
    const {title, description} = diagramTexts(code.value);
    const caption = parent.children[index + 1];
    if (!title || !description || caption?.type !== 'paragraph' || !diagramCaption(caption)) {
      file.fail(
        '다이어그램에는 accTitle, accDescr와, 바로 아래에 "그림: …"으로 시작하는 설명 문단이 있어야 합니다.',
        code,
      );
      return;
    }
    blocks.push({code, caption, title, description, parent: parent});
  });
  for (const [index, block] of blocks.entries()) {
    const figure = figureOf(block, index + 1, await drawingOf(block.code.value));
    const {children} = block.parent;
    children.splice(children.indexOf(block.code), 2, figure);
  }
};

export default diagramFigures;

/** How the drawings on the page look. */
export const diagramInputs: Inputs = ({root}) =>
  nodesIn(root, 'code').some(({node}) => node.lang === 'mermaid') ? [appearanceHash()] : [];

async function drawingOf(source: string): Promise<Drawing> {
  const drawn = (await drawDiagrams([source])).get(source);
  if (!drawn || 'fault' in drawn) {
    throw new Error(drawn?.fault.reason ?? 'drawDiagrams returned no drawing');
  }
  return drawn.drawing;
}

function figureOf(
  {caption, title, description}: Block,
  number: number,
  {svg, width}: Drawing,
): RootContent {
  return flowElement(
    'Diagram',
    {
      id: diagramAnchor(number),
      title,
      description,
      svg,
      width,
    },
    [flowElement('DiagramCaption', {number}, withoutPrefix(caption))],
  );
}

/** No paragraph: between the number and one, what makes books out of it would take the space away. */
function withoutPrefix(caption: Paragraph): PhrasingContent[] {
  const [first, ...rest] = caption.children;
  const text: PhrasingContent[] =
    first?.type === 'text'
      ? [{type: 'text', value: first.value.slice(captionPrefix.length).trimStart()}]
      : [];
  return [...text, ...rest];
}
