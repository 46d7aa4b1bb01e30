import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {contributorsOf} from './contributors.ts';

const text = Array.from({length: 30}, (_, line) => `줄 ${line}\n`).join('');

describe('함께 쓴 사람', () => {
  let root = '';
  const at = (...parts: string[]) => path.join(root, ...parts);
  const git = (...commandArguments: string[]) =>
    execFileSync('git', commandArguments, {cwd: root, stdio: 'pipe'});
  const commit = (name: string, message = '고침') => {
    git('add', '--all');
    git(
      '-c',
      `user.name=${name}`,
      '-c',
      'user.email=secret@a.test',
      'commit',
      '--quiet',
      '--message',
      message,
    );
  };

  before(() => {
    root = mkdtempSync(path.join(tmpdir(), 'kkori-'));
    git('init', '--quiet', '--initial-branch=main');
    mkdirSync(at('docs/묶음'), {recursive: true});
    mkdirSync(at('versioned_docs/version-1.0'), {recursive: true});
    writeFileSync(at('docs/a.md'), text);
    commit('가람');
    git('checkout', '--quiet', '-b', 'branch');
    writeFileSync(at('docs/a.md'), `${text}끝\n`);
    commit('나래');
    git('checkout', '--quiet', 'main');
    renameSync(at('docs/a.md'), at('docs/묶음/a.md'));
    commit('다솜');
    git('-c', 'user.name=다솜', '-c', 'user.email=d@a.test', 'merge', '--quiet', 'branch');
    cpSync(at('docs/묶음/a.md'), at('versioned_docs/version-1.0/a.md'));
    commit(
      '라온',
      '1.0을 냄\n\nCo-authored-by: 마루 <secret@b.test>\nCo-authored-by: 가람 <x@b.test>',
    );
    writeFileSync(at('docs/묶음/a.md'), `${text}다시\n`);
    writeFileSync(at('docs/b.md'), text);
    commit('바다');
    writeFileSync(at('docs/b.md'), '봇이 고친 글\n');
    commit('helper[bot]');
  });
  after(() => rmSync(root, {recursive: true}));

  it('이름이 바뀐 글, 베낀 판, 갈라진 가지, 공동 저자를 따라가고, 봇과 전자우편은 빼며, 한 번씩만 적는다', () => {
    assert.deepEqual(Object.fromEntries(contributorsOf(root, ['docs', 'versioned_docs'])), {
      'docs/묶음/a.md': ['가람', '다솜', '나래', '바다'],
      'docs/b.md': ['바다'],
      'versioned_docs/version-1.0/a.md': ['가람', '다솜', '나래', '라온', '마루'],
    });
  });

  it('git이 없거나 기록이 잘린 저장소에서는 아무도 적지 않는다', () => {
    const shallow = at('shallow');
    git('clone', '--quiet', '--depth=1', `file://${root}`, shallow);
    assert.equal(contributorsOf(shallow, ['docs']).size, 0);
    rmSync(at('.git'), {recursive: true});
    rmSync(shallow, {recursive: true});
    assert.equal(contributorsOf(root, ['docs']).size, 0);
  });
});
