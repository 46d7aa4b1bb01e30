import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {repositoryRoot} from '../lib/node/repositoryRoot.ts';
import {editorSchemas} from './editorSchemas.ts';

const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8');

describe('편집기의 스키마', () => {
  for (const [file, expected] of editorSchemas()) {
    it(`${file}은 검사의 스키마와 같다`, () => {
      assert.equal(read(file), expected, '스키마가 옛것입니다. npm run schemas를 실행해 주세요.');
    });
  }

  it('설정이 데이터 파일마다 있는 스키마를 가리킨다', () => {
    const settings = JSON.parse(read('.vscode/settings.json')) as {
      'yaml.schemas': Record<string, string>;
    };
    const named = Object.entries(settings['yaml.schemas']);
    assert.ok(named.length > 0);
    for (const [schema, data] of named) {
      assert.ok(editorSchemas().has(path.posix.normalize(schema)), schema);
      assert.ok(read(data).length > 0);
    }
  });

  it('모든 항목에 한국어 설명이 있다', () => {
    for (const [file, text] of editorSchemas()) {
      const {properties, items} = JSON.parse(text) as {
        properties?: Record<string, {description?: string}>;
        items?: {properties: Record<string, {description?: string}>};
      };
      for (const [name, {description}] of Object.entries(properties ?? items?.properties ?? {})) {
        assert.match(description ?? '', /[가-힣]/, `${file}: ${name}`);
      }
    }
  });
});
