import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';

import type {Language} from '../../lib/node/parsing.ts';
import {cloneRepository, type RepositoryCopy} from '../repositoryCopy.ts';
import {buildFolder} from '../site.ts';

/** `SHA-256  path` of every file, sorted by path. */
function sumsOf(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .sort()
    .map((file) => {
      const bytes = readFileSync(path.join(folder, file));
      return `${createHash('sha256').update(bytes).digest('hex')}  ${file}`;
    });
}

// Books are made once: the tests of printing make them again.
describe('같은 소스의 두 빌드', () => {
  let copy: RepositoryCopy;
  const countsFile = path.join(mkdtempSync(path.join(tmpdir(), 'kkori-counts-')), 'counts.json');
  before(() => {
    copy = cloneRepository();
  });
  after(() => {
    copy.remove();
    rmSync(path.dirname(countsFile), {recursive: true});
  });

  it('폴더, 시간대, 언어가 달라도 모든 파일의 바이트가 같다', () => {
    const {status, output} = copy.build({
      NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, 'countParses.mjs')).href}`,
      PARSE_COUNTS: countsFile,
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    assert.equal(status, 0, output);
    const sums = sumsOf(buildFolder);
    assert.ok(sums.length > 0);
    assert.deepEqual(sumsOf(path.join(copy.folder, 'build')), sums);
  });

  it('글과 데이터와 페이지를 한 번씩만 읽는다', () => {
    const {markdown, yaml, html} = JSON.parse(readFileSync(countsFile, 'utf8')) as Record<
      Language,
      Record<string, number>
    >;
    const pages = readdirSync(buildFolder, {recursive: true, encoding: 'utf8'});
    // The logo in the books is no page.
    const parsedPages = Object.entries(html).filter(([text]) => /^<!doctype/i.test(text));
    assert.equal(parsedPages.length, pages.filter((file) => file.endsWith('.html')).length);
    assert.ok(Object.keys(markdown).length > 30);
    const pageTexts = Object.keys(markdown);
    /** Of pages that differ below their front matter, that may be the same. */
    const wholes = (yamlText: string) =>
      Math.max(1, pageTexts.filter((text) => text.startsWith(`---\n${yamlText}`)).length);
    const again = [
      ...[...Object.entries(markdown), ...parsedPages].filter(([, count]) => count > 1),
      ...Object.entries(yaml).filter(([text, count]) => count > wholes(text)),
    ].map(([text, count]) => `${count}번: ${text.slice(0, 80)}`);
    assert.deepEqual(again, []);
  });
});
