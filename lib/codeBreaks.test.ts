import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {piecesOfCode} from './codeBreaks.ts';

/** `[ ]` around what stays whole, `|` where it may break. */
const shown = (code: string) =>
  piecesOfCode(code)
    .map((piece) => (piece === 'break' ? '|' : piece.isWhole ? `[${piece.text}]` : piece.text))
    .join('');

describe('코드가 끊기는 곳', () => {
  const cases: [string, string][] = [
    ['docker service create --name web', 'docker service create [--name] web'],
    ['trivy image --ignore-unfixed .', 'trivy image [--ignore-unfixed] .'],
    ['docker-compose up -d', '[docker-compose] up [-d]'],
    ['a - b', 'a - b'],
    ['registry.example.com/app:1.4.2', 'registry.example.com/|app:1.4.2'],
    ['container_memory_working_set_bytes', 'container_|memory_|working_|set_|bytes'],
    ['kubernetes.io/service-name=web', 'kubernetes.io/|[service-name=]|web'],
    ['https://example.com/a/b/c/d', 'https://|example.com/|a/|b/|c/|d'],
    ['', ''],
  ];
  for (const [code, expected] of cases) {
    it(`${code} → ${expected}`, () => {
      assert.equal(shown(code), expected);
    });
  }

  it('글자는 그대로다', () => {
    const code = 'docker run --rm -it \\\n  -v "$PWD":/workspace/some-long-folder/name:ro  alpine';
    const text = piecesOfCode(code).map((piece) => (piece === 'break' ? '' : piece.text));
    assert.equal(text.join(''), code);
  });
});
