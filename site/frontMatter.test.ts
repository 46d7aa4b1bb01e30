import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {DEFAULT_PARSE_FRONT_MATTER} from '@docusaurus/utils';

import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {frontMatterReader} from './frontMatter.ts';

const read = (fileContent: string) =>
  frontMatterReader(repositoryRoot)({
    filePath: `${repositoryRoot}/docs/docker/a.md`,
    fileContent,
    defaultParseFrontMatter: DEFAULT_PARSE_FRONT_MATTER,
  });

const good = `---
description: 설명
title: '제목: 무엇인가요?'
sidebar_position: 3
next:
  - docker/pid-1.md
---

글입니다.
`;

describe('글머리 읽기', () => {
  it('옳은 글머리와 본문은 Docusaurus가 읽는 것과 같다', async () => {
    const theirs = await DEFAULT_PARSE_FRONT_MATTER({filePath: 'a.md', fileContent: good});
    const ours = await read(good);
    assert.deepEqual(ours, theirs);
    assert.deepEqual(Object.keys(ours.frontMatter), Object.keys(theirs.frontMatter));
  });

  for (const [name, text, names] of [
    ['틀린 값', good.replace(': 3', ': abc'), ['description', 'title', 'next']],
    ['없는 제목', good.replace(/^title.*\n/m, ''), ['description', 'sidebar_position', 'next']],
    ['모르는 항목', good.replace('title', 'titel'), ['description', 'sidebar_position', 'next']],
    ['읽을 수 없는 YAML', good.replace(': 3', ': ['), []],
    ['글머리 없음', '글입니다.\n', []],
  ] as const) {
    it(`${name}: 옳은 항목만 주어서 개발 서버가 멈추지 않는다`, async () => {
      const {frontMatter, content} = await read(text);
      assert.deepEqual(Object.keys(frontMatter), names);
      assert.equal(content, '글입니다.');
    });
  }

  it('자바스크립트로 적은 글머리를 실행하지 않는다', async () => {
    const code = '---js\n{get title() { globalThis.ran = true; return "제목"; }}\n---\n';
    assert.deepEqual((await read(code)).frontMatter, {});
    assert.equal('ran' in globalThis, false);
  });
});
