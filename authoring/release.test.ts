import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';

import {format} from 'prettier';

import {assertNextVersion, release, uncommittedFiles} from './release.ts';

/** Docusaurus' command, without its command line. */
interface DocsVersionCommand {
  cliDocsVersionCommand: (name: string, options: object, site: object) => Promise<void>;
}

const sidebars = {questions: [{type: 'category', label: '도커', items: ['docker/a']}]};

describe('버전 내기', () => {
  let root = '';
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
    writeFileSync(path.join(root, file), text);
  };
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'kkori-release-'));
    write('docs/docker/a.md', '# 글\r\n');
    write('docs/docker/img/a-1.png', '그림');
    write('docs/sections.yaml', '[]\n');
    write('versioned_docs/version-2.0/docker/a.md', '# 옛글\n');
    write('versioned_sidebars/version-2.0-sidebars.json', '{}\n');
    write('versions.json', '["2.0"]\n');
  });
  afterEach(() => rmSync(root, {recursive: true}));

  function contents(): Record<string, string> {
    const files = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter((file) =>
      statSync(path.join(root, file)).isFile(),
    );
    return Object.fromEntries(
      files.sort().map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
    );
  }

  it('Docusaurus의 docs:version과 같은 파일을, 우리 모양으로 쓴다', async () => {
    const takeBack = await release(root, '3.0', sidebars);
    const {'versions.json': versions = '', ...files} = contents();
    assert.equal(versions, await format(versions, {parser: 'json'}));
    takeBack();

    write('sidebars.js', `module.exports = ${JSON.stringify(sidebars)};`);
    const {default: docusaurus} = createRequire(import.meta.url)(
      '@docusaurus/plugin-content-docs/lib/cli.js',
    ) as {default: DocsVersionCommand};
    const i18n = {
      defaultLocale: 'ko',
      locales: ['ko'],
      path: 'i18n',
      localeConfigs: {ko: {path: 'ko'}},
    };
    await docusaurus.cliDocsVersionCommand(
      '3.0',
      {id: 'default', path: 'docs', sidebarPath: path.join(root, 'sidebars.js')},
      {siteDir: root, i18n},
    );
    rmSync(path.join(root, 'sidebars.js'));
    const {'versions.json': theirVersions = '', ...theirs} = contents();
    assert.deepEqual(files, theirs);
    assert.deepEqual(JSON.parse(versions), JSON.parse(theirVersions));
  });

  it('쓰다 실패하면 아무것도 남기지 않는다', async () => {
    rmSync(path.join(root, 'versioned_sidebars'), {recursive: true});
    write('versioned_sidebars', '폴더가 아닌 파일');
    const before = contents();
    await assert.rejects(release(root, '3.0', sidebars), /3\.0의 파일을 쓰지 못해 되돌렸습니다/);
    assert.deepEqual(contents(), before);
  });

  it('되돌리면 내기 전과 같다', async () => {
    const before = contents();
    const takeBack = await release(root, '3.0', sidebars);
    assert.notDeepEqual(contents(), before);
    takeBack();
    assert.deepEqual(contents(), before);
    assert.equal(existsSync(path.join(root, 'versioned_docs/version-3.0')), false);
  });

  for (const [name, message] of [
    ['2.0', /이미 낸 버전입니다/],
    ['1.0', /이미 낸 버전입니다/],
    ['1.5', /최신 버전\(2\.0\)보다 뒤/],
    ['3', /3\.0처럼/],
    ['v3.0', /3\.0처럼/],
    ['../3.0', /3\.0처럼/],
    ['current', /3\.0처럼/],
  ] as const) {
    it(`${name}: 다음 버전의 이름이 아니다`, () => {
      assert.throws(() => assertNextVersion(name, ['2.0', '1.0']), message);
    });
  }

  it('10.0은 2.0의 다음이다', () => {
    assertNextVersion('10.0', ['2.0', '1.0']);
  });

  it('커밋하지 않은 글을 안다', () => {
    assert.deepEqual(uncommittedFiles(root), []); // No history: nothing to compare with.
    const git = (...commandArguments: string[]) => {
      const identity = ['-c', 'user.name=시험', '-c', 'user.email=a@b.c'];
      const {status, stderr} = spawnSync('git', [...identity, ...commandArguments], {
        cwd: root,
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
    };
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', '처음');
    write('README.md', '글이 아닌 파일');
    assert.deepEqual(uncommittedFiles(root), []);
    write('docs/docker/a.md', '고친 글');
    write('docs/docker/b.md', '새 글');
    assert.deepEqual(uncommittedFiles(root), ['docs/docker/a.md', 'docs/docker/b.md']);
  });
});
