import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {imageSize} from 'image-size';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {serveSite, type SiteServer} from '../../lib/node/siteServer.ts';

const tsx = path.join(repositoryRoot, 'node_modules/tsx/dist/cli.mjs');
const script = path.join(repositoryRoot, 'scripts/ci/picturePages.ts');

/** A built page, whose closed answer is `height` pixels high. */
const page = (file: string, height: number) =>
  `<!doctype html><body style="margin: 0"><nav style="position: fixed; bottom: 0">목차</nav>
  <nav><details><div style="height: 900px">버전</div></details></nav>
  <main><details><summary>질문</summary><div style="height: ${height}px">답</div></details>
  <a href="https://github.com/kkori-notes/kkori/edit/main/${file}">이 글 고치기</a></main>`;

describe('고친 글을 찍기', () => {
  let folder = '';
  let published: SiteServer;

  function write(site: string, pages: Record<string, number>): string {
    const root = path.join(folder, site);
    for (const [name, height] of Object.entries(pages)) {
      const place = path.join(root, 'docs/next', name);
      mkdirSync(place, {recursive: true});
      writeFileSync(path.join(place, 'index.html'), page(`docs/${name}.md`, height));
    }
    writeFileSync(path.join(root, 'index.html'), '집');
    return root;
  }

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'kkori-pictures-'));
    published = await serveSite(write('published', {'docker/pid-1': 2000}), '/kkori/', 0);
    write('built', {
      'docker/pid-1': 3000,
      'docker/new': 1000,
      'docker/other': 1000,
      references: 50_000,
    });
  });
  after(async () => {
    await published.close();
    rmSync(folder, {recursive: true});
  });

  /** Sizes of the pictures that the script takes, by name. */
  async function picture(pages: string, address: string) {
    const pictures = path.join(folder, 'pictures');
    rmSync(pictures, {recursive: true, force: true});
    const child = spawn(process.execPath, [tsx, script, path.join(folder, 'built'), pictures], {
      env: {...process.env, PAGES: pages, BASE_URL: '/pr-12/', PUBLISHED: address},
    });
    let printed = '';
    child.stdout.on('data', (part: Buffer) => (printed += part.toString()));
    const status = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(status, 0, printed);
    const sizes = readdirSync(pictures).map((name) => {
      const {width, height} = imageSize(readFileSync(path.join(pictures, name)));
      return [name, {width, height}] as const;
    });
    return {printed, sizes: Object.fromEntries(sizes)};
  }

  it('전과 뒤를, 휴대폰과 컴퓨터의 폭으로, 답을 펼쳐 끝까지 찍는다. 새 글은 뒤만 있다', async () => {
    const {sizes} = await picture(
      'data/glossary.yaml docs/docker/new.md docs/docker/pid-1.md docs/references.md',
      published.address,
    );
    assert.deepEqual(Object.keys(sizes), [
      'docker_new.1280.after.png',
      'docker_new.390.after.png',
      'docker_pid-1.1280.after.png',
      'docker_pid-1.1280.before.png',
      'docker_pid-1.390.after.png',
      'docker_pid-1.390.before.png',
      'references.1280.after.png',
      'references.390.after.png',
    ]);
    const {width = 0, height = 0} = sizes['docker_pid-1.390.before.png'] ?? {};
    assert.equal(width, 390);
    assert.ok(height > 2000 && height < 2500, `${height}`);
    assert.equal((sizes['docker_pid-1.1280.after.png']?.height ?? 0) - height, 1000);
    assert.deepEqual(sizes['references.1280.after.png'], {width: 1280, height: 30_000});
  });

  it('펴낸 사이트가 없으면 그렇다고 알리고 뒤만 찍는다', async () => {
    const {printed, sizes} = await picture('docs/docker/pid-1.md', 'http://localhost:1/');
    assert.match(printed, /^::notice::펴낸 사이트\(http:\/\/localhost:1\/\)를 열지 못해/m);
    assert.deepEqual(Object.keys(sizes), [
      'docker_pid-1.1280.after.png',
      'docker_pid-1.390.after.png',
    ]);
  });

  it('고친 글이 없으면 아무것도 찍지 않는다', async () => {
    const {sizes} = await picture('data/glossary.yaml', published.address);
    assert.deepEqual(sizes, {});
  });
});
