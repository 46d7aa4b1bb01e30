import assert from 'node:assert/strict';
import {mkdtemp, mkdir, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {toHtml} from 'hast-util-to-html';

import {builtPage} from '../builtSite.ts';
import styles from './styles.ts';

describe('스타일', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kkori-styles-'));
    await mkdir(path.join(folder, 'assets/css'), {recursive: true});
  });
  after(() => rm(folder, {recursive: true}));

  it('페이지나 스크립트가 쓰는 규칙만 남기고, 내용에서 나온 이름을 페이지에 적는다', async () => {
    const kept = [
      '.used:hover{a:b}',
      '.used>[data-mark=yes]{a:b}',
      'details[open] summary{a:b}',
      '.made-by-script{a:b}',
      '[data-theme=dark]{a:b}',
      '[data-level=basic] summary{a:b}',
      '@media print{.used{a:b}}',
    ];
    const dropped = ['.unused{a:b}', '.used .unused{a:b}', 'blockquote{a:b}'];
    await writeFile(
      path.join(folder, 'assets/css/styles.1234.css'),
      [...kept, ...dropped].sort().join(''),
    );
    const page = builtPage(
      '',
      '<link rel=stylesheet href=/assets/css/styles.1234.css><details class=used open><summary data-mark=yes></summary></details><script>root.setAttribute("data-theme", "dark")</script>',
    );
    const [sheet, ...others] = await styles.make({
      siteDir: folder,
      folder,
      pages: [page],
      files: new Map([
        ['assets/js/m.js', 'element.className="made-by-script";element.dataset.level="basic"'],
      ]),
    });
    assert.deepEqual(others, []);
    assert.match(sheet?.path ?? '', /^assets\/css\/styles\.[0-9a-f]{10}\.css$/);
    assert.equal(String(sheet?.content), kept.sort().join(''));
    assert.ok(toHtml(page.root).includes(`href="/${sheet?.path}"`));
    assert.deepEqual(await readdir(path.join(folder, 'assets/css')), []);
  });
});
