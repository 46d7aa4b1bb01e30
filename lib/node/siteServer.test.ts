import assert from 'node:assert/strict';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {get, type IncomingMessage} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';

import {serveSite, type SiteServer} from './siteServer.ts';

const openFiles = '/proc/self/fd';

describe('만든 사이트 띄우기', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kkori-server-'));
  let server: SiteServer;
  before(async () => {
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'assets/book.pdf'), Buffer.alloc(20_000_000));
    writeFileSync(path.join(folder, 'index.html'), '첫 화면');
    writeFileSync(path.join(folder, '404.html'), '없는 글입니다');
    server = await serveSite(folder, '/', 0);
  });
  after(async () => {
    await server.close();
    rmSync(folder, {recursive: true});
  });

  /** As it is asked for, which fetch would put right. */
  function ask(address: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      get({...place(), path: address}, resolve).on('error', reject);
    });
  }
  const place = () => {
    const {hostname, port} = new URL(server.address);
    return {hostname, port};
  };

  for (const address of ['/assets/', '/x%00.js', '/%E0%A4%A', '/..%2f..%2fetc/passwd', '/no/']) {
    it(`없는 것은 사이트의 404 페이지로 답한다: ${address}`, async () => {
      const response = await ask(address);
      assert.equal(response.statusCode, 404);
      assert.equal(String(Buffer.concat(await response.toArray())), '없는 글입니다');
    });
  }

  it('물음표 뒤는 무엇이든 받는다', async () => {
    assert.equal((await ask('/?q=100%&x=%00')).statusCode, 200);
  });

  it('받다가 만 파일을 열어 두지 않는다', {skip: !existsSync(openFiles)}, async () => {
    const held = () => readdirSync(openFiles).length;
    const atFirst = held();
    for (let count = 0; count < 20; count += 1) {
      (await ask('/assets/book.pdf')).destroy();
    }
    for (let tries = 0; held() > atFirst + 5 && tries < 100; tries += 1) {
      await wait(20);
    }
    assert.ok(held() <= atFirst + 5, `${held() - atFirst}개가 열려 있습니다.`);
  });
});
