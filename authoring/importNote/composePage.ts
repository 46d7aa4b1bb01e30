import type {Heading, Paragraph, Root, RootContent} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {directiveToMarkdown} from 'mdast-util-directive';
import {gfmToMarkdown} from 'mdast-util-gfm';
import {toMarkdown} from 'mdast-util-to-markdown';
import {toString} from 'mdast-util-to-string';
import {SKIP, visit} from 'unist-util-visit';

import {addressFault, decoded} from '../../lib/address.ts';
import type {GlossaryEntry} from '../../lib/glossary.ts';
import {furtherReadingTitle, kindLabels, type FollowUpKind} from '../../lib/page.ts';
import {asksSomething} from '../../checks/prose.ts';
import {alerts} from '../../checks/rules/known-directive.ts';
import {isEmptyAlt} from '../../checks/imageText.ts';
import {asciiId} from '../asciiId.ts';
import {frontMatterBlock, gaps, interviewAnswerGap} from '../newPage.ts';
import {shownAddress} from './images.ts';
import type {ReferenceLine} from './noteReferences.ts';
import {withSpaces} from './plain.ts';
import type {Remark} from './remark.ts';
import type {NoteSections} from './sectionsOfNote.ts';

/** Where the pictures of a note went: address in the note → path from the page, or undefined when there is none. */
export type Images = ReadonlyMap<string, string | undefined>;

export interface ComposedPage {
  /** Name that the title gives to the file, without `.md`. */
  name: string;
  /** The front matter, then every block of the text. */
  blocks: string[];
  /** What a person has to decide. */
  decisions: Remark[];
}

interface Context {
  /** Name of the note's file, without its extension. */
  noteName: string;
  glossary: ReadonlyMap<string, GlossaryEntry>;
  images: Images;
  /** The note's list of references. */
  furtherReading: readonly ReferenceLine[];
  /** Name of the folder that the page goes to. */
  folderName: string;
  /** Name of the folder of the note: what tells one README from another. */
  noteFolder: string;
  position: number;
}

const maxDescription = 150;
const maxLabel = 24;

/** A paragraph of one line that is longer is broken between its sentences. */
const maxLine = 1000;

/** Writes a page of ours from the parts of a note. The note's own words stay as they are. */
export function composePage(note: NoteSections, context: Context): ComposedPage {
  const decisions: Remark[] = [];
  const sections = structuredClone(note);
  const followUps = [...sections['follow-up'], ...sections['deep-dive']];
  for (const children of [sections.main, ...followUps.map(({answer}) => answer)]) {
    const root: Root = {type: 'root', children};
    placeImages(root, context.images, decisions);
    placeLinks(root, decisions);
    placeLiterals(root);
    placeAlerts(root);
    placeTasks(root);
    simplifyLanguages(root, decisions);
  }
  const ids = new Set<string>();
  const newId = (text: string): string => {
    const id = asciiId(text, context.glossary, ids);
    ids.add(id);
    return id;
  };
  const written = sections.questions[0] ?? sections.keyword ?? context.noteName;
  const title = questionOf(written);
  if (title !== written) {
    const message = `제목을 질문으로 고쳐 적었습니다: "${title}". 알맞은지 확인해 주세요.`;
    decisions.push({kind: '제목', message});
  }
  const name = fileName(written, context);
  const blocks = [
    frontMatter(title, sections, context.position),
    interviewAnswerGap,
    ...mainPart(sections, newId),
    ...followUpPart('follow-up', sections, newId, decisions),
    ...followUpPart('deep-dive', sections, newId, decisions),
    ...furtherReading(context),
  ];
  decisions.push(
    {
      kind: '면접 답변과 난이도',
      message: '답마다 "면접 답변"을 3~5문장으로 적고, 그 근거를 [@키]로 인용해 주세요.',
    },
    {
      kind: '면접 답변과 난이도',
      message: '난이도(difficulty)를 기본으로 적었습니다. 어렵다면 심화로 바꿔 주세요.',
    },
  );
  return {name, blocks, decisions};
}

/** A title asks; and it is plain text, in which a `<` could begin HTML. */
function questionOf(written: string): string {
  const title = written
    .replaceAll('<', '〈')
    .replaceAll('>', '〉')
    .replace(/\*\*|`/g, '')
    .replace(/\]\(/g, '] (')
    .replace(/\[@/g, '[ @');
  if (asksSomething(title)) {
    return title;
  }
  const asked = title.replace(/[.!\s]+$/, '');
  return /[요오라까]$/.test(asked) ? `${asked}?` : `${asked}에 대해 설명해 주세요.`;
}

function frontMatter(title: string, sections: NoteSections, position: number): string {
  const label = sections.keyword ?? title.replace(/[?.!]+$/, '');
  return frontMatterBlock({
    title,
    description: descriptionOf(sections.main),
    sidebar_label: label.length > maxLabel ? `${label.slice(0, maxLabel - 1).trim()}…` : label,
    sidebar_position: position,
  });
}

/** The first sentence of the answer. */
function descriptionOf(nodes: readonly RootContent[]): string {
  let text = '';
  visit({type: 'root', children: [...nodes]}, 'paragraph', (node) => {
    text ||= /^[^<>]{10,}?[다요][.!?](?=\s|$)/.exec(oneLine(toString(withSpaces(node))))?.[0] ?? '';
  });
  const sentence = text;
  return (
    (sentence.length > maxDescription ? `${sentence.slice(0, maxDescription)}…` : sentence) ||
    gaps.description
  );
}

function mainPart({main, questions}: NoteSections, newId: (text: string) => string): string[] {
  // A second 💡 became a heading of the body; the first is the title.
  const nodes = withHeadingsFrom(2, main);
  return nodes.length > 0 || questions.length > 1 ? writeNodes(nodes, newId) : [gaps.answer];
}

function followUpPart(
  kind: FollowUpKind,
  sections: NoteSections,
  newId: (text: string) => string,
  decisions: Remark[],
): string[] {
  const followUps = sections[kind];
  if (followUps.length === 0) {
    return [];
  }
  const id = kind === 'follow-up' ? 'follow-ups' : 'deep-dives';
  return [
    `## ${kindLabels[kind]} {#${id}}`,
    ...followUps.flatMap(({question, answer}) => {
      const text = question ?? gaps.question;
      if (question === undefined) {
        const message = `${kindLabels[kind]}에 질문 없이 적힌 글이 있습니다. 질문을 적어 주세요.`;
        decisions.push({kind: '질문', message});
      }
      const body = writeNodes(withHeadingsFrom(4, answer), newId);
      if (body.length === 0) {
        decisions.push({kind: '답', message: `"${text}"의 답이 비어 있습니다.`});
      }
      return [
        `### ${lineMarkdown(text)} {#${newId(text)}}`,
        interviewAnswerGap,
        ...(body.length > 0 ? body : [gaps.answer]),
      ];
    }),
  ];
}

function furtherReading({furtherReading: lines}: Context): string[] {
  const items = lines.flatMap(({keys, text}) => {
    const citations = keys.map((key) => `[@${key}]`);
    const words = text === '' ? [] : [lineMarkdown(text)];
    return citations.length === 1 ? [[...citations, ...words].join(' ')] : [...citations, ...words];
  });
  return items.length > 0
    ? [`## ${furtherReadingTitle} {#further-reading}`, items.map((item) => `- ${item}`).join('\n')]
    : [];
}

/** Headings moved so that the highest is of this depth, and none skips a level. */
function withHeadingsFrom(depth: number, nodes: readonly RootContent[]): RootContent[] {
  const depths = nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const order = [...new Set(depths)].sort((a, b) => a - b);
  let previous = depth - 1;
  return nodes.map((node) => {
    if (node.type !== 'heading') {
      return node;
    }
    const wanted = Math.min(order.indexOf(node.depth) + depth, previous + 1, 6);
    previous = wanted;
    return {...node, depth: wanted as Heading['depth']};
  });
}

function writeNodes(nodes: readonly RootContent[], newId: (text: string) => string): string[] {
  return nodes.map((node) => {
    if (node.type === 'heading') {
      const text = oneLine(toString(withSpaces(node))).replace(/\s*\{#[^}]*\}\s*$/, '');
      return `${'#'.repeat(node.depth)} ${lineMarkdown(text)} {#${newId(text)}}`;
    }
    return markdownOf(node);
  });
}

/** Plain text that stays plain: in a heading, in the list of references. */
function lineMarkdown(text: string): string {
  const root: Root = {
    type: 'root',
    children: [{type: 'paragraph', children: [{type: 'text', value: oneLine(text)}]}],
  };
  placeLiterals(root);
  return root.children.map(markdownOf).join('');
}

function markdownOf(node: RootContent): string {
  const markdown = toMarkdown(node, {
    bullet: '-',
    // An underscore beside a Korean particle is no emphasis.
    emphasis: '*',
    fence: '`',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    extensions: [
      gfmToMarkdown(),
      directiveToMarkdown(),
      {unsafe: [{character: '{', inConstruct: 'phrasing'}]},
    ],
  }).trim();
  // Beside emphasis it writes letters as entities, which Korean does not need in our dialect.
  const plain = markdown.replace(/&#x([0-9A-F]+);/g, (entity, code: string) => {
    const character = String.fromCodePoint(Number.parseInt(code, 16));
    return /[가-힣\u{1F000}-\u{1FFFF}]/u.test(character) ? character : entity;
  });
  return node.type === 'paragraph' && plain.length > maxLine
    ? plain.replace(/(?<=[가-힣][.!?]) (?![-+*>#\d])/g, '\n')
    : plain;
}

/** Pictures that we have become ours; of the others the address stays as text. */
function placeImages(root: Root, images: Images, decisions: Remark[]): void {
  visit(root, 'image', (node, index, parent) => {
    const path = images.get(node.url);
    if (path !== undefined) {
      node.url = path;
      node.title = null;
      if (isEmptyAlt(node.alt ?? '')) {
        node.alt = gaps.imageText;
        const message = `그림 ${path}에 무엇이 있는지 대괄호 안에 적어 주세요.`;
        decisions.push({kind: '그림의 설명', message});
      }
      return undefined;
    }
    if (!parent || index === undefined) {
      return undefined;
    }
    const value = node.url.startsWith('data:') ? shownAddress(node.url) : node.url;
    const address = {type: 'text' as const, value};
    const isOnTheWeb = /^https?:\/\/\S+$/.test(node.url);
    parent.children.splice(
      index,
      1,
      {type: 'text', value: `(여기에 그림을 넣어 주세요: ${node.alt ? `${node.alt}, ` : ''}`},
      ...((isOnTheWeb
        ? [{type: 'link', url: node.url, children: [address]}]
        : [address]) as never[]),
      {type: 'text', value: ')'},
    );
    return [SKIP, index + 3];
  });
}

/** Links that lead nowhere from our page become their text. */
function placeLinks(root: Root, decisions: Remark[]): void {
  visit(root, 'link', (node, index, parent) => {
    const isFollowable =
      /^(https?:\/\/|mailto:)\S+$/i.test(node.url) && addressFault(node.url) === undefined;
    const hasWords = toString(node).trim() !== '';
    if ((isFollowable && hasWords) || !parent || index === undefined) {
      return undefined;
    }
    const text = toString(node);
    const isEmpty = text.trim() === '' && !node.children.some(({type}) => type === 'image');
    if (isEmpty && node.url !== '') {
      decisions.push({kind: '링크', message: `글자가 없는 링크를 뺐습니다: ${node.url}`});
    }
    if (isEmpty || [text, `http://${text}`].includes(decoded(node.url))) {
      // An anchor (`<a name>`), or an address that was only mentioned: http://localhost:3000.
      parent.children.splice(
        index,
        1,
        ...(isEmpty ? [] : [{type: 'inlineCode' as const, value: text}]),
      );
      return [SKIP, index];
    }
    const message = `이 저장소에서 열 수 없는 링크라 글자만 남겼습니다: ${text} (${node.url})`;
    decisions.push({kind: '링크', message});
    parent.children.splice(index, 1, ...(node.children as never[]));
    return [SKIP, index];
  });
}

/** `List<String>`, `{id}`, `:::note` and addresses that are no link: in our pages they are code. */
const literals =
  /([\w.]*(?:<[a-z/!?](?:[^<>\n]|<[^<>\n]*>)*>)+|<[a-z][\w-]*\s+[\w:-]+\s*=\S*|\{[^{}\n]+\}|:{3,}\w*|(?:https?:\/\/|www\.)[!-~]*[\w/])/i;

function placeLiterals(root: Root): void {
  visit(root, 'text', (node, index, parent) => {
    const parts = node.value.split(literals);
    if (parts.length === 1 || !parent || index === undefined || parent.type === 'link') {
      return undefined;
    }
    const nodes = parts.map((value, part) => ({
      type: part % 2 === 1 ? ('inlineCode' as const) : ('text' as const),
      value,
    }));
    parent.children.splice(index, 1, ...nodes.filter(({value}) => value !== ''));
    return [SKIP, index + nodes.length];
  });
}

/** `> [!NOTE]` becomes a box. */
function placeAlerts(root: Root): void {
  visit(root, 'blockquote', (node, index, parent) => {
    const [first] = node.children;
    const mark = first?.type === 'paragraph' ? first.children[0] : undefined;
    const match = mark?.type === 'text' ? /^\[!(\w+)\]\s*/.exec(mark.value) : null;
    const name = alerts[match?.[1]?.toUpperCase() ?? ''];
    if (!match || !name || mark?.type !== 'text' || first?.type !== 'paragraph' || !parent) {
      return;
    }
    mark.value = mark.value.slice(match[0].length);
    if (mark.value === '') {
      first.children.shift();
      if (first.children[0]?.type === 'break') {
        first.children.shift();
      }
    }
    const children = first.children.length > 0 ? node.children : node.children.slice(1);
    const box: ContainerDirective = {type: 'containerDirective', name, children};
    parent.children.splice(index ?? 0, 1, box as never);
  });
}

/** `- [x] 할 일`: a page has no boxes to tick. */
function placeTasks(root: Root): void {
  visit(root, 'listItem', (node) => {
    if (typeof node.checked !== 'boolean') {
      return;
    }
    const mark = {type: 'text' as const, value: node.checked ? '✅ ' : '⬜ '};
    node.checked = null;
    const [first] = node.children;
    if (first?.type === 'paragraph') {
      first.children.unshift(mark);
    } else {
      node.children.unshift({type: 'paragraph', children: [mark]} satisfies Paragraph);
    }
  });
}

function simplifyLanguages(root: Root, decisions: Remark[]): void {
  visit(root, 'code', (node) => {
    const language = node.lang?.toLowerCase().replace(/[^a-z0-9+#-].*$/, '');
    node.lang = language || 'text';
    node.meta = null;
    if (language === 'mermaid') {
      // Ours is drawn only with texts for who cannot see it, and without a look of its own.
      node.lang = 'text';
      decisions.push({
        kind: '다이어그램',
        message:
          '다이어그램을 코드로 옮겼습니다. 기여 안내처럼 accTitle, accDescr, "그림: …"을 적고 언어를 text에서 mermaid로 바꿔 주세요.',
      });
    }
  });
}

function fileName(title: string, {noteName, noteFolder, folderName, glossary}: Context): string {
  // Every folder has its README: the folder's own name tells them apart.
  const isUnnamed = /^(readme|index|note|main|untitled)$/i.test(noteName);
  const own = (isUnnamed ? noteFolder.replace(/^[\d\s._-]+/, '') : noteName)
    .normalize('NFC')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[\s_.]+/g, '-');
  const name = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(own)
    ? own
    : asciiId(`${isUnnamed ? '' : noteName} ${title}`, glossary, new Set()).slice(0, 60);
  // The address of a page so named would be its folder's.
  return ['index', 'readme', folderName].includes(name) ? `${name}-note` : name;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
