import assert from 'node:assert/strict';
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {copyRepository, type RepositoryCopy} from '../repositoryCopy.ts';

const note = path.join(repositoryRoot, 'tests/contributing/notes/Process & Thread.md');
const spoken =
  '컨테이너의 표준 출력은 엔진이 모읍니다 [@docker-run]. 파일에 쌓입니다. 오래된 것은 지웁니다.';

describe('새 글 만들기', () => {
  let copy: RepositoryCopy;
  before(() => {
    copy = copyRepository();
  });
  after(() => copy.remove());
  const read = (file: string) => readFileSync(path.join(copy.folder, file), 'utf8');

  describe('npm run new', () => {
    const page = 'docs/docker/docker-rogeuneun-eodie.md';

    it('빈 곳을 채우면 검사를 통과하는 글을 만든다', () => {
      const made = copy.run('new', ['Docker 로그는 어디에 쌓이나요?', '--out', 'docs/docker']);
      assert.equal(made.status, 0, made.output);
      const unfilled = copy.run('check', [page]);
      assert.equal(unfilled.status, 1);
      assert.match(unfilled.output, /docker-rogeuneun-eodie\.md:\d+:\d+ .*여기에/);

      const filled = read(page)
        .replaceAll(/^\(여기에 면접.*$/gm, spoken)
        .replaceAll(/^\(여기에 답을.*$/gm, '자세한 답입니다 [@docker-run].')
        .replaceAll(/\(여기에 질문을[^)]*\)/g, '어디에 쌓이나요?')
        .replaceAll(/\(여기에 [^)]*\)/g, '로그');
      writeFileSync(path.join(copy.folder, page), filled);
      const checked = copy.run('check', [page]);
      assert.equal(checked.status, 0, checked.output);
    });

    it('있는 글을 덮어쓰지 않는다', () => {
      const {status, output} = copy.run('new', [
        'Docker 로그는 어디에 쌓이나요?',
        '--out',
        'docs/docker',
      ]);
      assert.equal(status, 1);
      assert.match(output, /이미 있는 파일입니다/);
    });

    it('질문이 없으면 쓰는 법을 알린다', () => {
      const {status, output} = copy.run('new');
      assert.equal(status, 1);
      assert.match(output, /npm run new -- "질문"/);
    });
  });

  describe('npm run import', () => {
    const page = 'docs/new-questions/process-thread.md';
    after(() => rmSync(path.join(copy.folder, 'docs/new-questions'), {recursive: true}));

    it('글, 그림, 출처를 쓰고 사람이 정할 것을 알린다', () => {
      const {status, output} = copy.run('import', [note]);
      assert.equal(status, 0, output);
      assert.match(output, /docs\/new-questions\/process-thread\.md에 옮겼습니다/);
      assert.match(
        output,
        /출처 2개를 더했습니다: a-tistory-os, en-wikipedia-org-process-computing/,
      );
      assert.match(output, /사람이 정할 것 \d+가지/);
      assert.match(read('data/references.yaml'), /^- id: a-tistory-os$/m);
      assert.ok(existsSync(path.join(copy.folder, 'docs/new-questions/img/process-thread-1.png')));
    });

    it('옮긴 글은 빈 곳이 남아 있어도 빌드해서 볼 수 있다', () => {
      const {status, output} = copy.build();
      assert.equal(status, 0, output);
      assert.match(output, /process-thread\.md:\d+:\d+/);
      assert.match(read('build/docs/next/new-questions/process-thread/index.html'), /문맥 교환은/);
    });

    it('--force 없이는 있는 글을 덮어쓰지 않고, 출처도 건드리지 않는다', () => {
      writeFileSync(path.join(copy.folder, page), '손으로 고친 글');
      const references = read('data/references.yaml');
      const refused = copy.run('import', [note]);
      assert.equal(refused.status, 1);
      assert.match(refused.output, /이미 있는 파일입니다.*--force/);
      assert.equal(read(page), '손으로 고친 글');
      assert.equal(copy.run('import', [note, '--force']).status, 0);
      assert.match(read(page), /프로세스와 스레드의 차이/);
      assert.equal(read('data/references.yaml'), references);
    });

    it('없는 노트, docs/ 밖의 폴더, 빠진 인자를 한국어로 알린다', () => {
      for (const [commandArguments, message] of [
        [['none.md'], /노트가 없습니다/],
        [[note, '--out', 'src'], /docs\/ 아래의 폴더/],
        [[], /npm run import -- 노트\.md/],
      ] as const) {
        const {status, output} = copy.run('import', [...commandArguments]);
        assert.equal(status, 1);
        assert.match(output, message);
        assert.doesNotMatch(output, /\n\s+at /);
      }
    });
  });
});
