import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';

import {answerName} from '../content-model/answers.ts';
import {readContentModelAnew} from '../content-model/model.ts';
import {verificationsFile} from '../content-model/verifications.ts';
import {verificationState, verify} from './verify.ts';

const page = `---
title: 왜요?
slug: /why
difficulty: 기본
---

:::also-asked

- 다르게 묻기

:::

본문의 답입니다 [@docker-run]. [링크](/docs/a/)가 있습니다.

## 둘째 제목 {#second}

이어지는 답입니다.

## 꼬리질문 {#follow-ups}

### 또요? {#again}

꼬리의 답입니다 [@kernel-cgroup-v2].

## 더 읽기 {#further-reading}

- [@docker-run]: 읽을 만합니다.
`;
const products = `- {id: docker, name: Docker, version: "29.7.0", line: "29", sources: [docker-], releases: "https://example.com/d"}
- {id: linux, name: Linux, version: "6.18.44", line: "6.18", sources: [kernel-], releases: "https://example.com/l"}
`;

describe('답을 확인했다고 남기기', () => {
  let root = '';
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
    writeFileSync(path.join(root, file), text);
  };
  const verified = (names: string[], day = '2026-11-28') => {
    const {text, marked} = verify(readContentModelAnew(root), names, day);
    write(`docs/${verificationsFile}`, text);
    return marked;
  };
  const state = (day = '2026-11-28') =>
    Object.fromEntries(
      Object.entries(verificationState(readContentModelAnew(root), day)).map(([kind, answers]) => [
        kind,
        answers.map(answerName),
      ]),
    );
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'kkori-verify-'));
    write('docs/docker/why.md', page);
    write('data/products.yaml', products);
  });
  afterEach(() => rmSync(root, {recursive: true}));

  it('주소로도 파일로도 부르고, 인용한 출처가 다루는 제품의 판을 적는다', () => {
    const marked = verified(['docs/docker/why.md', 'why#again', '/docs/why/#again']);
    assert.deepEqual(
      marked.map(({id, products: named}) => [id, named]),
      [
        ['why', ['Docker 29']],
        ['why#again', ['Linux 6.18']],
      ],
    );
    assert.deepEqual(state(), {verified: ['why', 'why#again'], old: [], changed: [], never: []});
  });

  it('답의 글자를 고치면 그 답의 확인만 사라지고, 다시 쓸 때 지운다', () => {
    verified(['why', 'why#again']);
    write('docs/docker/why.md', page.replace('이어지는', '고친'));
    assert.deepEqual(state(), {verified: ['why#again'], old: [], changed: ['why'], never: []});
    verified(['why#again'], '2026-11-29');
    assert.deepEqual(state().never, ['why']);
  });

  it('줄을 나눈 자리, 링크의 주소, 검색에만 쓰는 질문을 고쳐도 그대로다', () => {
    verified(['why']);
    const moved = page
      .replace(' [링크](/docs/a/)', '\n[링크](/docs/2.0/a/)')
      .replace('다르게 묻기', '달리 묻기');
    write('docs/docker/why.md', moved);
    assert.deepEqual(state().verified, ['why']);
  });

  it('180일이 지나면 오래된 확인이다', () => {
    verified(['why'], '2026-01-01');
    assert.deepEqual(state('2026-06-30').verified, ['why']);
    assert.deepEqual(state('2026-07-01').old, ['why']);
  });

  it('모르는 답이 하나라도 있으면 가까운 것을 알리고 아무것도 쓰지 않는다', () => {
    const model = readContentModelAnew(root);
    assert.throws(() => verify(model, ['why', 'why#agian'], '2026-11-28'), /가까운 것: why#again/);
    assert.throws(() => verify(model, ['why#second'], '2026-11-28'), /본문은 why로/);
  });
});
