import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {checkContent, findingsOf} from './checkContent.ts';
import {exampleContent} from './exampleContent.ts';
import type {Example, Rule} from './rule.ts';
import {rules} from './rules/index.ts';

async function places(rule: Rule, {files}: Example): Promise<string[]> {
  return (await findingsOf(exampleContent(files), [rule])).map(
    ({file, line, column}) => `${file}:${line}:${column}`,
  );
}

describe('글 검사 규칙', () => {
  it('checks/rules의 파일마다 규칙 하나가 있다', () => {
    const files = readdirSync(path.join(repositoryRoot, 'checks/rules'))
      .filter((file) => file !== 'index.ts')
      .map((file) => file.replace(/\.ts$/, ''));
    assert.deepEqual(rules.map(({id}) => id).sort(), files.sort());
  });

  for (const rule of rules) {
    rule.bad.forEach((example, index) => {
      it(`${rule.id}: 나쁜 보기 ${index + 1}을 그 자리에서 잡는다`, async () => {
        assert.deepEqual(await places(rule, example), example.findings);
      });
    });
    rule.good.forEach((example, index) => {
      it(`${rule.id}: 좋은 보기 ${index + 1}을 통과시킨다`, async () => {
        assert.deepEqual(await places(rule, example), []);
      });
    });
    it(`${rule.id}: 메시지는 한국어다`, async () => {
      for (const example of rule.bad) {
        for (const {message} of await findingsOf(exampleContent(example.files), [rule])) {
          assert.match(message, /[가-힣]/);
        }
      }
    });
  }

  it('저장소의 글은 모든 규칙을 지킨다', async () => {
    const {findings, pageCount} = await checkContent(repositoryRoot);
    assert.deepEqual(findings, []);
    assert.ok(pageCount > 0);
  });
});
