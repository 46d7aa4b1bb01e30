import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {appendFileSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import type {Browser, Page} from 'playwright-core';

import {launchBrowser} from '../../lib/node/browser.ts';
import {copyRepository, type RepositoryCopy} from '../repositoryCopy.ts';

const patience = 120_000;

describe('npm start', () => {
  let copy: RepositoryCopy;
  let server: ChildProcess;
  let browser: Browser;
  let page: Page;
  let file = '';
  let good = '';

  before(async () => {
    copy = copyRepository();
    file = path.join(copy.folder, 'docs/docker/pid-1.md');
    good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace(/^sidebar_position: .*$/m, 'sidebar_position: abc'));
    const port = await freePort();
    server = spawn(
      process.execPath,
      ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'start', '--no-open', `--port=${port}`],
      {cwd: copy.folder, stdio: ['ignore', 'pipe', 'inherit']},
    );
    await saysOf(server, 'compiled');
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(`http://localhost:${port}/`, {timeout: patience});
  });
  after(async () => {
    await browser.close();
    server.kill();
    await once(server, 'exit');
    copy.remove();
  });

  const overlay = () => page.locator('iframe#webpack-dev-server-client-overlay');
  const message = () => overlay().contentFrame().locator('body');

  it('글머리가 틀린 글이 있어도 서버가 뜨고, 화면에 파일과 줄과 까닭을 한국어로 알린다', async () => {
    await message().waitFor({timeout: patience});
    assert.match(
      await message().innerText(),
      /docs\/docker\/pid-1\.md:\d+:1 글머리의 sidebar_position: 숫자로 적어야 합니다/,
    );
  });

  it('고치면 사라지고, 다른 잘못을 하면 다시 알린다', async () => {
    writeFileSync(file, good);
    await overlay().waitFor({state: 'detached', timeout: patience});
    writeFileSync(file, good.replace(/^title: .*\n/m, ''));
    await message().getByText('글머리에 title이 없습니다').waitFor({timeout: patience});
  });

  it('글, 링크, 그림, 다이어그램, 자료의 잘못을 파일과 줄과 함께 까닭마다 한 번 알리고, 고치면 사라진다', async () => {
    const broken: [file: string, added: string, told: RegExp][] = [
      [
        'docs/docker/docker-run.md',
        '\n## 또 {#follow-ups}\n\n[없는 글](none.md) [@no-such-key].\n\n![없는 그림](img/none.png)\n',
        /docker-run\.md:\d+:1 \d+번째 줄에서 이미 쓴 id.+\n[^]*"none\.md" 글이 같은 버전에 없습니다[^]*"@no-such-key" 항목이[^]*찾을 수 없는 그림/,
      ],
      [
        'docs/docker/what-is-docker.md',
        '\n:::nothing\n\n글\n\n:::\n',
        /":::nothing" 상자는 없습니다/,
      ],
      [
        'docs/docker/docker-desktop.md',
        '\n:::note\n\n닫지 않은 글입니다.\n',
        /docker-desktop\.md:\d+:1 여기서 연 ":::note" 상자가 닫히지 않았습니다/,
      ],
      [
        'docs/docker/docker-networking.md',
        '\n```mermaid\nflowchart LR\n  accTitle: 가\n  accDescr: 나\n  a[x --> b\n```\n\n그림: 다.\n',
        /docker-networking\.md:\d+:1 다이어그램: 이 줄이나/,
      ],
      ['data/glossary.yaml', '\n- trm: x\n', /glossary\.yaml:\d+:3 용어 "이름 없는 항목"/],
      [
        'docs/verified.yaml',
        '\n나쁜 줄: [\n',
        /docs\/verified\.yaml:\d+:1 이 줄을 읽을 수 없습니다/,
      ],
    ];
    const texts = new Map<string, string>();
    writeFileSync(file, good);
    await overlay().waitFor({state: 'detached', timeout: patience});
    for (const [name, added] of broken) {
      const place = path.join(copy.folder, name);
      texts.set(place, readFileSync(place, 'utf8'));
      appendFileSync(place, added);
    }
    await message().getByText('docs/verified.yaml').waitFor({timeout: patience});
    const shown = await message().innerText();
    for (const [, , told] of broken) {
      assert.match(shown, told);
    }
    assert.doesNotMatch(shown, /MDX|node_modules/);
    texts.forEach((text, place) => writeFileSync(place, text));
    await overlay().waitFor({state: 'detached', timeout: patience});
    assert.equal(server.exitCode, null);
  });
});

function saysOf(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Listens to the end: a server whose output nobody takes stops.
    child.stdout?.on('data', (text) => String(text).includes(word) && resolve());
    child.once('exit', () => reject(new Error('개발 서버가 뜨기 전에 끝났습니다.')));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
