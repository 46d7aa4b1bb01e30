import {visit} from 'unist-util-visit';

import {headingId} from '../../lib/page.ts';
import {lineOfKey, proseOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

/** Marks of what is still to be written: ours is `(여기에 …)`. */
const marks: RegExp[] = [
  /\((?:여기에|예:? ?여기에)[^)]*\)/,
  /\b(?:TODO|TBD|FIXME|XXX|PLACEHOLDER)\b/i,
  /\blorem ipsum\b/i,
  /(?:^|\s)(?:…|\.\.\.)$/,
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
      for (const [key, value] of Object.entries(frontMatter ?? {})) {
        const match = marks.map((mark) => mark.exec(String(value))).find(Boolean);
        if (match) {
          found.push({file, line: lineOfKey(page, key), column: 1, message: message(match[0])});
        }
      }
      visit(root, 'heading', (heading) => {
        const id = headingId(heading);
        if (id !== undefined && ids.test(id)) {
          found.push({file, ...positionOf(heading), message: message(`{#${id}}`)});
        }
      });
      return found;
    }),
};
