import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';

function check(...commandArguments: string[]) {
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    [
      path.join(repositoryRoot, 'node_modules/tsx/dist/cli.mjs'),
      'scripts/check.ts',
      ...commandArguments,
    ],
    {cwd: repositoryRoot, encoding: 'utf8', timeout: 60_000},
  );
  return {status, stdout, stderr, lines: stdout.split('\n').filter(Boolean)};
}

const page = (body: string, position = 9) => `---
title: ${position}번째 글은 무엇인가요?
description: 설명입니다.
sidebar_position: ${position}
difficulty: 기본
tracks: [신입 백엔드]
---

:::interview-answer

새 글입니다. 짧습니다. 그래서 읽기 쉽습니다 [@docker-run].

:::

${body}
`;

describe('npm run check', () => {
  let root = '';
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
    writeFileSync(path.join(root, file), text);
  };
  before(() => {
    root = mkdtempSync(path.join(tmpdir(), 'kkori-check-'));
    // Few pages: each command below reads them all.
    for (const place of ['docs/sections.yaml', 'data']) {
      cpSync(path.join(repositoryRoot, place), path.join(root, place), {recursive: true});
    }
    write('versions.json', '[]');
    write('docs/docker/new.md', page('주장 [@no-such-key].'));
    write('docs/docker/good.md', page('글입니다.', 10));
  });
  after(() => rmSync(root, {recursive: true}));

  it('파일:줄:칸과 한국어 메시지와 규칙을 한 줄에 적고 1로 끝난다', () => {
    const {status, lines, stderr} = check('--root', root, 'docs/docker/new.md');
    assert.equal(status, 1);
    assert.deepEqual(lines, [
      'docs/docker/new.md:15:4 출처 "@no-such-key" 항목이 data/references.yaml에 없습니다. 키의 철자를 확인하거나 출처를 추가해 주세요 (cited-key-exists)',
    ]);
    assert.match(stderr, /고칠 곳이 1군데/);
  });

  it('고칠 곳이 없는 파일이면 0으로 끝난다', () => {
    const {status, stdout} = check('--root', root, './docs/docker/good.md');
    assert.equal(status, 0, stdout);
    assert.match(stdout, /글 1개를 검사했습니다/);
  });

  it('파일을 적지 않으면 모든 글의 것을 알린다', () => {
    const {status, stdout} = check('--root', root);
    assert.equal(status, 1);
    assert.match(stdout, /^docs\/docker\/new\.md:15:4 /m);
  });

  it('--format json은 배열이다', () => {
    const {status, stdout} = check('--root', root, '--format', 'json', 'docs/docker/new.md');
    assert.equal(status, 1);
    const [found, ...rest] = JSON.parse(stdout) as Record<string, unknown>[];
    assert.deepEqual(rest, []);
    assert.deepEqual(Object.keys(found ?? {}), ['file', 'line', 'column', 'message', 'rule']);
    const clean = check('--root', root, '--format', 'json', 'docs/docker/good.md');
    assert.equal(clean.stdout, '[]\n');
  });

  it('--format github는 그 줄에 다는 알림이고, 글이 명령을 끼워 넣지 못한다', () => {
    write(
      'docs/docker/injection.md',
      page(
        '<b a="\n::set-output name=x::1\n##[set-env name=x]1\n100%0A::error::x">글</b>\n\n<i>##[warning]x</i>\n\n[@a\u2028::error::x]',
      ),
    );
    const {status, lines, stdout} = check(
      '--root',
      root,
      '--format',
      'github',
      'docs/docker/injection.md',
    );
    assert.equal(status, 1);
    assert.ok(lines.length > 2);
    for (const line of lines) {
      assert.match(
        line,
        /^::error file=docs\/docker\/injection\.md,line=\d+,col=\d+,title=[^:,]+::[^\r\n]+$/,
      );
    }
    assert.doesNotMatch(stdout, /##\[/);
    assert.doesNotMatch(
      check('--root', root, 'docs/docker/injection.md').stdout,
      /##\[|^::|\u2028/m,
    );
    assert.doesNotMatch(check('--root', root, '--format', 'json').stdout, /##\[/);
    rmSync(path.join(root, 'docs/docker/injection.md'));
  });

  for (const [name, commandArguments, message] of [
    ['없는 파일', ['docs/no-such.md'], /없거나 검사하지 않는 파일입니다: docs\/no-such\.md/],
    ['글이 아닌 파일', ['package.json'], /없거나 검사하지 않는 파일입니다: package\.json/],
    ['모르는 형식', ['--format', 'xml'], /--format은 text, github, json 가운데 하나입니다: xml/],
    ['모르는 옵션', ['--mend'], /이렇게 써 주세요/],
    ['없는 폴더', ['--root', '/no-such-folder'], /폴더가 아닙니다/],
    ['글이 없는 폴더', ['--root', path.join(repositoryRoot, 'checks')], /하나도 없습니다/],
  ] as const) {
    it(`${name}: 한국어로 알리고 2로 끝난다`, () => {
      const {status, stdout, stderr} = check(...commandArguments);
      assert.equal(status, 2, stderr);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /);
      assert.equal(stdout, '');
    });
  }
});

describe('남의 풀 리퀘스트 검사', () => {
  let root = '';
  before(() => {
    root = mkdtempSync(path.join(tmpdir(), 'kkori-hostile-'));
    mkdirSync(path.join(root, 'docs/docker'), {recursive: true});
    writeFileSync(path.join(root, 'docs/docker/a.md'), page('글입니다.'));
  });
  after(() => rmSync(root, {recursive: true}));

  it('그 안의 어떤 코드도 돌리지 않는다', () => {
    const mark = path.join(root, 'ran');
    const code = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '');`;
    for (const file of [
      'docusaurus.config.ts',
      'sidebars.ts',
      'checks/rules/index.ts',
      'lib/page.ts',
      'docs/docker/index.js',
      'data/references.js',
      'tsconfig.json',
    ]) {
      mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
      writeFileSync(path.join(root, file), code);
    }
    writeFileSync(path.join(root, 'docs/docker/front.md'), `---js\n${code}\n---\n`);
    const {status, stdout} = check('--root', root);
    assert.equal(status, 1);
    assert.match(stdout, /^docs\/docker\/index\.js:1:1 /m);
    assert.match(stdout, /^docs\/docker\/front\.md:1:1 /m);
    assert.match(stdout, /^data\/references\.yaml:1:1 파일이 없습니다/m);
    assert.equal(existsSync(mark), false);
  });

  it('심볼릭 링크를 따라가지 않고, 큰 파일을 읽지 않는다', () => {
    symlinkSync('/etc/passwd', path.join(root, 'docs/docker/passwd.md'));
    symlinkSync('/etc', path.join(root, 'docs/etc'));
    symlinkSync('/', path.join(root, 'versioned_docs'));
    writeFileSync(path.join(root, 'docs/docker/large.md'), '가'.repeat(100_000));
    const {status, stdout} = check('--root', root);
    assert.equal(status, 1);
    for (const file of ['docs/docker/passwd.md', 'docs/etc', 'versioned_docs']) {
      assert.ok(stdout.includes(`${file}:1:1 심볼릭 링크는`), stdout);
    }
    assert.match(stdout, /^docs\/docker\/large\.md:1:1 파일이 너무 큽니다\(293KB\)/m);
    assert.doesNotMatch(stdout, /root:x:/);
  });

  it('공개한 글과 id가 사라진 것을, 그 버전까지 함께 지웠어도 안다', () => {
    const {stdout} = check('--root', root);
    assert.match(stdout, /^versioned_docs\/version-1\.0\/\S+\.md:1:1 공개한 글의 주소/m);
  });

  it('파서를 멈추게 하려는 글도 몇 초 안에 막는다', () => {
    const bombs = [
      '['.repeat(150_000),
      '*a_ \n'.repeat(30_000),
      `${'> '.repeat(2000)}가\n`,
      '`'.repeat(100_000),
      '![](\n'.repeat(30_000),
    ];
    bombs.forEach((bomb, index) =>
      writeFileSync(path.join(root, `docs/docker/bomb-${index}.md`), page(bomb)),
    );
    writeFileSync(path.join(root, 'data/glossary.yaml'), '['.repeat(500_000));
    writeFileSync(path.join(root, 'data/references.yaml'), '- '.repeat(250_000));
    const start = performance.now();
    const {status, stdout} = check('--root', root);
    assert.equal(status, 1, stdout);
    bombs.forEach((_, index) =>
      assert.match(stdout, new RegExp(`^docs/docker/bomb-${index}\\.md:`, 'm')),
    );
    assert.match(stdout, /^data\/glossary\.yaml:/m);
    assert.match(stdout, /^data\/references\.yaml:/m);
    assert.ok(performance.now() - start < 30_000, `${performance.now() - start}ms`);
  });
});
