import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {createSlugger} from '@docusaurus/utils';
import {selectAll} from 'hast-util-select';

import {isReservedId} from '../../lib/anchors.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {builtPages} from '../site.ts';

/** Ids that authors gave to their headings, in every version. */
function writtenIds(): Set<string> {
  return new Set(
    ['docs', 'versioned_docs'].flatMap((folder) =>
      readdirSync(path.join(repositoryRoot, folder), {recursive: true, encoding: 'utf8'})
        .filter((file) => file.endsWith('.md'))
        .map((file) => readFileSync(path.join(repositoryRoot, folder, file), 'utf8'))
        .flatMap((text) =>
          [...text.matchAll(/^#+ .*\{#([^}]+)\}\s*$/gm)].map(([, id]) => id ?? ''),
        ),
    ),
  );
}

/** Ids of the guide's headings, which are those that GitHub gives them. */
function guideIds(): string[] {
  const slugger = createSlugger();
  const text = readFileSync(path.join(repositoryRoot, 'CONTRIBUTING.md'), 'utf8');
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) => slugger.slug(title ?? ''));
}

describe('페이지의 id', () => {
  const idsOfPages = builtPages.map(({address, root}) => ({
    address,
    ids: selectAll('[id]', root).map(({properties}) => String(properties.id)),
  }));
  const written = writtenIds();

  it('글쓴이가 제목에 적었거나 사이트가 예약한 것이다', () => {
    const known = new Set([...written, ...guideIds()]);
    for (const {address, ids} of idsOfPages) {
      const unknown = ids.filter((id) => !known.has(id) && !isReservedId(id));
      assert.deepEqual(unknown, [], `/${address}`);
    }
  });

  it('글쓴이가 적은 것 가운데 사이트가 예약한 것은 없다', () => {
    assert.ok(written.size > 0);
    assert.deepEqual([...written].filter(isReservedId), []);
  });

  it('한 페이지에서 겹치지 않는다', () => {
    for (const {address, ids} of idsOfPages) {
      const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
      assert.deepEqual(repeated, [], `/${address}`);
    }
  });
});
