import assert from 'node:assert/strict';
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {copyRepository, type RepositoryCopy} from '../repositoryCopy.ts';

const page = (body: string, title = 'title: 새 질문은 무엇인가요?\n') => `---
${title}description: 설명입니다.
sidebar_position: 9
difficulty: 기본
tracks: [신입 백엔드]
---

:::interview-answer

새 글입니다. 짧습니다. 그래서 읽기 쉽습니다 [@docker-run].

:::

${body}
`;

describe('깨진 글로 빌드하기', () => {
  let copy: RepositoryCopy;
  let folder = '';
  before(() => {
    copy = copyRepository();
    folder = copy.folder;
    // An earlier good build, which a failed one must leave alone.
    cpSync(path.join(folder, 'versions.json'), path.join(folder, 'build/index.html'));
  });
  after(() => copy.remove());

  it('어떤 잘못이든 파일과 줄을 한국어로 알리고 1로 끝나며, 앞선 빌드를 그대로 둔다', () => {
    const faults = [
      [page('주장 [@no-such-key].'), /new-0\.md:15:4 출처 "@no-such-key"/],
      [page('글', ''), /new-1\.md:1:1 글머리에 title이 없습니다/],
      [page('```bash\ndocker ps'), /new-2\.md:15:1 여기서 연 코드 블록/],
      [page(':::alarm\n\n글\n\n:::'), /new-3\.md:15:1 ":::alarm" 상자는 없습니다/],
    ] as const;
    const files = faults.map(([text], index) => {
      const file = path.join(folder, `docs/docker/new-${index}.md`);
      writeFileSync(file, text);
      return file;
    });
    const {status, output} = copy.build();
    assert.equal(status, 1, output);
    for (const [, message] of faults) {
      assert.match(output, message);
    }
    assert.match(output, /빌드하지 않았습니다/);
    assert.doesNotMatch(output, /\n\s+at /);
    assert.equal(existsSync(path.join(folder, 'build.partial')), false);
    assert.equal(
      readFileSync(path.join(folder, 'build/index.html'), 'utf8'),
      readFileSync(path.join(folder, 'versions.json'), 'utf8'),
    );
    files.forEach((file) => rmSync(file));
  });

  it('다른 프로세스가 빌드하고 있으면 아무것도 건드리지 않고 알린다', () => {
    const lock = path.join(folder, 'build.lock');
    const unfinished = path.join(folder, 'build.partial/index.html');
    writeFileSync(lock, JSON.stringify({pid: process.pid, work: '빌드'}));
    mkdirSync(path.dirname(unfinished));
    writeFileSync(unfinished, '');
    const {status, output} = copy.build();
    assert.equal(status, 1);
    assert.match(output, new RegExp(`^다른 프로세스\\(${process.pid}\\)가 이 폴더를 빌드하고`));
    assert.ok(existsSync(unfinished) && existsSync(lock));
    rmSync(lock);
    rmSync(path.dirname(unfinished), {recursive: true});
  });

  it('그릴 수 없는 다이어그램: Mermaid의 까닭을 파일과 줄과 함께 알리고 1로 끝난다', () => {
    writeFileSync(
      path.join(folder, 'docs/docker/new.md'),
      page(
        '```mermaid\nflowchart TB\n  accTitle: 이름\n  accDescr: 설명\n  A --> [끊김\n```\n\n그림: 설명입니다.',
      ),
    );
    const {status, output} = copy.build();
    assert.equal(status, 1, output);
    assert.match(
      output,
      /docs\/docker\/new\.md:19:1 다이어그램: 이 줄이나 바로 윗줄을 읽을 수 없습니다/,
    );
    assert.equal(existsSync(path.join(folder, 'build.partial')), false);
  });
});
