import {workingFolder} from '../../content-model/model.ts';
import {lineOfKey} from '../../content-model/frontMatter.ts';
import type {Page} from '../../content-model/markdown.ts';
import {findFollowUps} from '../../lib/page.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';
import {pathInVersion, versionFolder} from '../versions.ts';

const page = (title: string, position: number, text = '') =>
  `---\ntitle: ${title}\nsidebar_position: ${position}\n---\n\n답입니다.\n${text}`;

export const distinctQuestion: Rule = {
  id: 'distinct-question',
  why: '같은 질문이 둘이면 검색 결과에서 가릴 수 없고, 차례가 겹치면 어느 글이 먼저인지 정해지지 않습니다.',
  isForFinishedPages: true,
  bad: [
    {
      files: {'docs/docker/a.md': page('왜요?', 1), 'docs/docker/b.md': page('왜요?', 2)},
      findings: ['docs/docker/b.md:2:1'],
    },
    {
      files: {'docs/docker/a.md': page('왜요?', 1), 'docs/docker/b.md': page('어째서요?', 1)},
      findings: ['docs/docker/b.md:3:1'],
    },
    {
      files: {
        'docs/docker/a.md': page('왜요?', 1, '\n## 꼬리질문\n\n### 왜요? {#why}\n\n답\n'),
      },
      findings: ['docs/docker/a.md:10:1'],
    },
  ],
  good: [
    {
      files: {
        'docs/docker/a.md': page('왜요?', 1, '\n## 꼬리질문\n\n### 또요? {#more}\n\n답\n'),
        'docs/images/b.md': page('어째서요?', 1, '\n## 꼬리질문\n\n### 또요? {#more}\n\n답\n'),
        'versioned_docs/version-2.0/docker/a.md': page('왜요?', 1),
      },
    },
  ],
  check: ({pages}) => {
    const titles = new Map<string, Page>();
    const positions = new Map<string, Page>();
    return pages
      .filter((each) => versionFolder(each) === workingFolder)
      .flatMap((each): Found[] => {
        const {title, sidebar_position: position} = each.frontMatter ?? {};
        const found: Found[] = [];
        const compare = (
          known: Map<string, Page>,
          key: string,
          where: Pick<Found, 'line' | 'column'>,
          message: (other: string) => string,
        ) => {
          const other = known.get(key);
          if (other) {
            found.push({file: each.file, ...where, message: message(other.file)});
          }
          known.set(key, other ?? each);
        };
        if (typeof title === 'string') {
          compare(
            titles,
            words(title),
            {line: lineOfKey(each, 'title'), column: 1},
            (other) => `제목이 같은 글이 이미 있습니다: ${other}. 합치거나 다르게 물어 주세요`,
          );
        }
        const [section, ...rest] = pathInVersion(each).split('/');
        if (typeof position === 'number' && rest.length > 0) {
          compare(
            positions,
            `${section} ${position}`,
            {line: lineOfKey(each, 'sidebar_position'), column: 1},
            (other) =>
              `차례(sidebar_position)가 ${other}와 같습니다. 묶음 안에서 겹치지 않는 번호를 적어 주세요`,
          );
        }
        const questions = new Map<string, Page>([[words(String(title)), each]]);
        for (const {question, heading} of findFollowUps(each.root)) {
          compare(
            questions,
            words(question),
            positionOf(heading),
            () => `이 글에 이미 있는 질문입니다: "${question}". 합치거나 다르게 물어 주세요`,
          );
        }
        return found;
      });
  },
};

function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
