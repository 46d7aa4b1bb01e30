import {lineOfKey} from '../../content-model/frontMatter.ts';
import {nodesIn} from '../../lib/nodes.ts';

import {findFollowUps, followUpKindOf, headingId, headingText} from '../../lib/page.ts';
import {proseOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

/** Marks of what is still to be written: ours is `(여기에 …)`. */
const marks: RegExp[] = [
  /\((?:여기에|예:? ?여기에)[^)]*\)/,
  /\b(?:TODO|TBD|FIXME|XXX|PLACEHOLDER)\b/i,
  /\blorem ipsum\b/i,
  /[ㄱ-ㅣ]{3,}/,
  /(?:^|\s)(?:…|\.\.\.)$/,
  /(?:추후|나중에) ?(?:작성|추가|보완)/,
  /(?:내용|답변?|설명|질문|제목)[을를]? ?(?:입력|작성)(?:하세요|해 ?주세요)/,
  /(?<!\()(?:여기에|이곳에) [^.(]{0,40}(?:적어|넣어|써|입력해) ?주세요/,
  /(?:작성|추가|수정|보완) ?(?:예정|중)(?=[.)\s]|$)|(?:작성|보완) ?(?:예정|중)입니다/,
];
const ids = /^(?:id|some-id|any-id|my-id|new-id|your-id|here|todo|title|heading|question|section)$/;

export const placeholder: Rule = {
  id: 'placeholder',
  why: '채우지 않은 자리가 남은 글은 독자에게 답이 되지 않습니다.',
  isForFinishedPages: true,
  bad: [
    {files: {'docs/a.md': '(여기에 답을 적어 주세요)'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '자세한 설명 …'}, findings: ['docs/a.md:1:8']},
    {files: {'docs/a.md': '글입니다. TODO: 더 쓰기'}, findings: ['docs/a.md:1:7']},
    {
      files: {'docs/a.md': '## 하나 {#a}\n\n### 둘 {#b}\n\n## 셋 {#c}'},
      findings: ['docs/a.md:3:1', 'docs/a.md:5:1'],
    },
    {files: {'docs/a.md': '여기에 질문을 적어주세요.'}, findings: ['docs/a.md:1:1']},
    {
      files: {'docs/a.md': '![(여기에 그림 설명을 적어 주세요)](img/a.png)'},
      findings: ['docs/a.md:1:1'],
    },
    {files: {'docs/a.md': 'ㅁㄴㅇㄹ'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '나중에 작성'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': '내용을 입력하세요.'}, findings: ['docs/a.md:1:1']},
    {
      files: {'docs/a.md': '## 제목 {#some-id}\n\n- 항목\n- ...'},
      findings: ['docs/a.md:1:1', 'docs/a.md:4:3'],
    },
    {files: {'docs/a.md': '---\ntitle: (여기에 질문)\n---\n'}, findings: ['docs/a.md:2:1']},
    {
      files: {'docs/a.md': ':::also-asked\n\n- (여기에 다른 말로 묻는 질문)\n\n:::'},
      findings: ['docs/a.md:3:3'],
    },
  ],
  good: [
    {
      files: {
        'docs/a.md': '목록은 a, b … z처럼 이어집니다. `TODO`는 코드입니다.\n\n```text\n...\n```',
      },
    },
  ],
  check: ({pages}) =>
    pages.flatMap((page): Found[] => {
      const {file, root, frontMatter} = page;
      const message = (mark: string) =>
        `채우지 않은 자리가 있습니다: "${mark.trim()}". 알맞은 글로 바꾸거나 지워 주세요`;
      const found: Found[] = [];
      for (const {text, placeOf} of proseOf(page, {withAlsoAsked: true})) {
        for (const mark of marks) {
          const match = mark.exec(text);
          if (match) {
            const offset = match.index + (/^\s/.test(match[0]) ? 1 : 0);
            found.push({file, ...placeOf(offset), message: message(match[0])});
          }
        }
      }
      for (const {node} of nodesIn(root, 'image', 'imageReference')) {
        const alt = node.alt ?? '';
        const match = marks.map((mark) => mark.exec(alt)).find(Boolean);
        if (match) {
          found.push({file, ...positionOf(node), message: message(match[0])});
        }
      }
      for (const [key, value] of Object.entries(frontMatter ?? {})) {
        const match = marks.map((mark) => mark.exec(String(value))).find(Boolean);
        if (match) {
          found.push({file, line: lineOfKey(page, key), column: 1, message: message(match[0])});
        }
      }
      for (const {node: heading} of nodesIn(root, 'heading')) {
        const id = headingId(heading);
        if (id !== undefined && ids.test(id)) {
          found.push({file, ...positionOf(heading), message: message(`{#${id}}`)});
        }
      }
      const followUps = new Set(findFollowUps(root).map(({heading}) => heading));
      root.children.forEach((node, index) => {
        if (node.type !== 'heading' || followUps.has(node) || followUpKindOf(node)) {
          return; // For the rule of follow-ups.
        }
        const next = root.children[index + 1];
        if (!next || (next.type === 'heading' && next.depth <= node.depth)) {
          found.push({
            file,
            ...positionOf(node),
            message: `"${headingText(node)}" 아래에 글이 없습니다. 글을 적거나 제목을 지워 주세요`,
          });
        }
      });
      return found;
    }),
};
