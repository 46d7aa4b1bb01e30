import {frontMatterFaults, isMisspelt, lineOfKey} from '../../content-model/frontMatter.ts';
import {difficulties} from '../../lib/page.ts';
import type {Page} from '../../content-model/markdown.ts';
import {asksSomething} from '../prose.ts';
import type {Found, Rule} from '../rule.ts';
import {followsSecondFormat, pathInVersion} from '../versions.ts';

const complete = '---\ntitle: 질문\ndescription: 설명\nsidebar_position: 1\n---\n';
const question = complete.replace('질문', '왜 질문인가요?');

export const frontMatter: Rule = {
  id: 'front-matter',
  why: '제목과 설명은 검색 결과와 차례에 그대로 쓰입니다.',
  bad: [
    {files: {'docs/a.md': '# 제목만 있는 글'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': complete.replace('title: 질문\n', '')}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': complete.replace('설명', '')}, findings: ['docs/a.md:3:1']},
    {
      files: {'docs/a.md': complete.replace('title', 'titel')},
      findings: ['docs/a.md:2:1'],
    },
    {files: {'docs/a.md': '---\ntitle: 글\ndescription: 글\n\n# 글'}, findings: ['docs/a.md:3:1']},
    {files: {'docs/a.md': '---\ntitle: [\n---\n'}, findings: ['docs/a.md:2:9']},
    {files: {'docs/a.md': '---js\n{title: "질문"}\n---\n'}, findings: ['docs/a.md:1:1']},
    {
      files: {'docs/a.md': complete.replace('---\n', '---\na: &a [x]\nb: [*a, *a]\n')},
      findings: ['docs/a.md:2:7', 'docs/a.md:3:5', 'docs/a.md:3:9'],
    },
    {
      files: {'docs/a.md': complete.replace('질문', '!!js/function "x"')},
      findings: ['docs/a.md:2:22'],
    },
    {
      files: {'docs/a.md': complete.replace('질문', '질문\ntitle: 또')},
      findings: ['docs/a.md:3:1'],
    },
    {files: {'docs/a.md': complete.replace('질문', '<b>질문</b>')}, findings: ['docs/a.md:2:1']},
    {
      files: {'docs/a.md': complete.replace('---\n', '---\nslug: ../../admin\n')},
      findings: ['docs/a.md:2:1'],
    },
    {
      files: {'docs/a.md': complete.replace('---\n', `---\nslug: /${'a'.repeat(300)}\n`)},
      findings: ['docs/a.md:2:1'],
    },
    {
      files: {'docs/a.md': complete.replace('질문', '"&lt;b&gt; 질문"')},
      findings: ['docs/a.md:2:1'],
    },
    {files: {'docs/a.md': complete.replace('질문', '"`질문`"')}, findings: ['docs/a.md:2:1']},
    {files: {'docs/a.md': complete.replace('질문', 'Containers')}, findings: ['docs/a.md:2:1']},
    {
      files: {'docs/a.md': complete.replace('---\n', '---\nsidebar_label: 2026-01-01\n')},
      findings: ['docs/a.md:2:1'],
    },
    {
      files: {'docs/a.md': complete.replace('---\n', '---\nsidebar_label: 0b11\n')},
      findings: ['docs/a.md:2:1'],
    },
    {files: {'docs/a.md': complete.replace(': 1', ': 5000')}, findings: ['docs/a.md:4:1']},
    {files: {'docs/a.md': question}, findings: ['docs/a.md:1:1']},
    {files: {'docs/docker/a.md': complete}, findings: ['docs/docker/a.md:2:1']},
    {
      files: {'docs/a.md': question.replace('---\n', '---\ndifficulty: 어려움\n')},
      findings: ['docs/a.md:2:1'],
    },
  ],
  good: [
    {
      files: {
        'docs/a.md': complete,
        'docs/b.md': question.replace('---\n', '---\ndifficulty: 기본\n'),
        'versioned_docs/version-1.0/b.md': question,
      },
    },
  ],
  check: ({pages}) => pages.flatMap(findingsOfPage),
};

function isInSection(page: Page): boolean {
  return followsSecondFormat(page) && pathInVersion(page).includes('/');
}

function findingsOfPage(page: Page): Found[] {
  const {file, frontMatter: values} = page;
  const isQuestion = typeof values?.title === 'string' && asksSomething(values.title);
  const notAsked: Found[] =
    !isQuestion && typeof values?.title === 'string' && isInSection(page)
      ? [
          {
            file,
            line: lineOfKey(page, 'title'),
            column: 1,
            message:
              '글머리의 title: 묶음 폴더의 글은 질문 하나에 답합니다. "?"나 "주세요"로 끝나는 질문으로 적어 주세요',
          },
        ]
      : [];
  const missing: Found[] =
    isQuestion &&
    values.difficulty === undefined &&
    !isMisspelt('difficulty', values) &&
    followsSecondFormat(page)
      ? [
          {
            file,
            line: 1,
            column: 1,
            message: `글머리에 difficulty가 없습니다. "difficulty: ${difficulties.join('"이나 "difficulty: ')}" 줄을 추가해 주세요`,
          },
        ]
      : [];
  const faults = frontMatterFaults(page).map(({isOpen, ...fault}): Found => ({
    file,
    ...fault,
    ...(isOpen && {hides: 'file'}),
  }));
  return [...notAsked, ...missing, ...faults];
}
