import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {parsePage} from '../../content-model/markdown.ts';
import {contentPage, type ContentPage} from '../../content-model/model.ts';
import {compareVersions} from './compareVersions.ts';

function page(slug: string, text: string): ContentPage {
  const file = `docs/docker${slug}.md`;
  return contentPage(
    'docs',
    parsePage(file, `---\ntitle: 제목${slug}\nslug: ${slug}\n---\n\n${text}`),
  );
}

const before = [
  page(
    '/a',
    '첫 문장입니다 [@one]. 틀린 문장입니다.\n\n## 꼬리질문\n\n### 왜요? {#why}\n\n그대로입니다 [@one].\n\n### 빠질까요? {#gone}\n\n네.',
  ),
];
const after = [
  page(
    '/a',
    ':::also-asked\n\n- 다르게 묻기\n\n:::\n\n첫 문장입니다 [@two; @one]. 바른 문장입니다.\n\n```mermaid\nflowchart TB\n```\n\n## 꼬리질문\n\n### 왜 그럴까요? {#why}\n\n그대로입니다 [@one].\n\n## 더 읽기\n\n- [@three]',
  ),
  page('/b', '새 답입니다.\n\n## 꼬꼬무\n\n### 또요? {#again}\n\n답입니다.'),
  page('/list', '질문이 없는 글입니다.'),
];

describe('버전 비교', () => {
  const changes = compareVersions(before, after);

  it('주소와 id가 같은 질문끼리 견주고, 새것과 빠진 것을 가린다', () => {
    assert.deepEqual(
      changes.map(({page: address, id, status}) => [address, id, status]),
      [
        ['/a', '', 'rewritten'],
        ['/a', 'why', 'same'],
        ['/b', '', 'new'],
        ['/b', 'again', 'new'],
        ['/a', 'gone', 'removed'],
      ],
    );
  });

  it('뺀 문장과 더한 문장, 출처와 그림의 수를 센다', () => {
    assert.deepEqual(changes[0], {
      page: '/a',
      section: 'docker',
      id: '',
      kind: 'question',
      question: '제목/a',
      status: 'rewritten',
      before: {sentences: 2, citations: 1, diagrams: 0},
      after: {sentences: 2, citations: 2, diagrams: 1},
      removed: ['틀린 문장입니다.'],
      added: ['바른 문장입니다.'],
    });
  });
});
