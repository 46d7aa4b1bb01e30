import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {parse} from 'yaml';

import {sectionsOf} from '../../outputs/builtSite.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {builtPages} from '../site.ts';

interface Coverage {
  /** `page#id` in version 1.0. */
  at: string;
  phrase: string;
  verdict: 'correct' | 'typo' | 'imprecise' | 'wrong' | 'outdated';
  correction?: string;
}

/** Number of claims in the fact sheet of the source note. */
const claimCount = 136;

describe('원본 노트의 주장이 1.0에 모두 있다', () => {
  const claims = parse(
    readFileSync(path.join(repositoryRoot, 'tests/source-coverage.yaml'), 'utf8'),
  ) as Record<string, Coverage>;
  const pages = new Map(
    builtPages
      .filter(({address}) => address.startsWith('docs/1.0/'))
      .map((page) => [page.address.replace(/^docs\/1\.0\/|\/$/g, ''), page]),
  );

  it('S001에서 S136까지 빠짐없이 적혀 있다', () => {
    const expected = Array.from(
      {length: claimCount},
      (_, index) => `S${String(index + 1).padStart(3, '0')}`,
    );
    assert.deepEqual(Object.keys(claims).sort(), expected);
  });

  for (const [id, {at, phrase, verdict, correction}] of Object.entries(claims)) {
    it(`${id}: ${at}에 “${phrase}”가 있다`, () => {
      const [name = '', anchor = ''] = at.split('#');
      const page = pages.get(name);
      assert.ok(page, `${name} 페이지가 없습니다`);
      const section = sectionsOf(page).find((candidate) => candidate.id === anchor);
      assert.ok(section, `${at}가 없습니다`);
      assert.ok(section.text.includes(phrase), `“${phrase}”가 다음에 없습니다: ${section.text}`);
      if (!['correct', 'typo'].includes(verdict)) {
        assert.ok(correction, '교정이 필요한 주장에 correction이 없습니다');
        assert.ok(section.text.includes(correction), `교정 “${correction}”이 없습니다`);
      }
    });
  }
});
