import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';

import {contentFolderOf} from './contentFolder.ts';

describe('새 글의 자리', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'kkori-folder-'));
    mkdirSync(path.join(root, 'docs'));
  });
  afterEach(() => rmSync(root, {recursive: true}));
  const list = (inbox: string) =>
    writeFileSync(
      path.join(root, 'docs/sections.yaml'),
      `- id: docker\n  label: 도커\n  area: 가\n- id: letters\n  label: 우편함\n  area: 가\n${inbox}`,
    );

  it('묶음의 목록이 새 글을 받는다고 한 묶음이다', () => {
    list('  inbox: true\n');
    assert.equal(contentFolderOf(root, undefined), 'docs/letters');
  });

  it('그런 묶음이 없으면 고르라고 한다', () => {
    list('');
    assert.throws(() => contentFolderOf(root, undefined), /--out docs\/묶음/);
  });

  it('--out이 먼저이고, docs/ 밖은 아니다', () => {
    list('  inbox: true\n');
    assert.equal(contentFolderOf(root, path.join(root, 'docs/docker')), 'docs/docker');
    assert.throws(() => contentFolderOf(root, path.join(root, 'src')), /docs\/ 아래/);
  });
});
