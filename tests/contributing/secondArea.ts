import {appendFileSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';

export const secondArea = {
  label: '네트워크',
  sections: [
    {id: 'link-layer', label: '링크 계층'},
    {id: 'internet-layer', label: '인터넷 계층'},
    {id: 'transport-layer', label: '전송 계층'},
  ],
  pagesInSection: 10,
};

/** Adds an area of 30 pages to a copy of the repository as an author would: pages, and their sections in the list. */
export function addSecondArea(root: string): void {
  const {label: area, sections, pagesInSection} = secondArea;
  // A word of its titles that the search does not know yet, as the check asks for.
  appendFileSync(
    path.join(root, 'data/search-words.yaml'),
    '\n- {id: layers, kind: plain, words: [계층]}\n',
  );
  for (const {id, label} of sections) {
    appendFileSync(
      path.join(root, 'docs/sections.yaml'),
      `\n- id: ${id}\n  label: ${label}\n  area: ${area}\n`,
    );
    mkdirSync(path.join(root, 'docs', id));
    for (let number = 1; number <= pagesInSection; number += 1) {
      writeFileSync(path.join(root, 'docs', id, `topic-${number}.md`), page(label, number));
    }
  }
}

const answer = `:::interview-answer

본보기 답입니다. 세 문장으로 씁니다. 출처도 답니다 [@docker-run].

:::`;

function page(label: string, number: number): string {
  return `---
title: ${label}의 ${number}번째 질문은 무엇인가요?
description: ${label}의 ${number}번째 질문에 답합니다.
sidebar_label: ${label} ${number}
sidebar_position: ${number}
difficulty: 기본
tracks: [신입 백엔드]
---

${answer}

설명입니다.

## 꼬리질문 {#follow-ups}

### ${label}의 ${number}번째 꼬리질문은 무엇인가요? {#why}

${answer}

설명입니다.
`;
}
