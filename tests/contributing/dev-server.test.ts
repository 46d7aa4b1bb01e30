import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync, writeFileSync} from 'node:fs';
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
