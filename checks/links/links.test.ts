import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {checkLinks, type CheckedLink} from './checkLinks.ts';
import {collectLinks} from './collectLinks.ts';

describe('바깥 링크 모으기', () => {
  it('글과 출처의 주소를 조각 없이, 있는 곳과 함께 모으고, 안쪽 링크와 다른 규약은 뺀다', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'kkori-links-'));
    mkdirSync(path.join(root, 'docs'));
    mkdirSync(path.join(root, 'data'));
    writeFileSync(
      path.join(root, 'docs/a.md'),
      '[가](https://a.example/x#y) <https://a.example/x>\n\n[나](b.md) [다](mailto:a@b.c)\n\n`https://code.example`\n',
    );
    writeFileSync(
      path.join(root, 'data/references.yaml'),
      '- id: r\n  type: webpage\n  title: t\n  author: a\n  container-title: c\n  URL: "https://r.example/"\n  archive: "https://archive.example/r"\n  accessed: "2026"\n  language: en\n',
    );
    assert.deepEqual(collectLinks(root), [
      {address: 'https://a.example/x', places: ['docs/a.md:1', 'docs/a.md:1']},
      {address: 'https://archive.example/r', places: ['data/references.yaml:1']},
      {address: 'https://r.example/', places: ['data/references.yaml:1']},
    ]);
    rmSync(root, {recursive: true});
  });
});

describe('바깥 링크 확인하기', () => {
  let server: Server;
  let base = '';
  const requests: {method: string; url: string; agent: string}[] = [];
  let now = 0;
  let most = 0;
  let busyAnswers = 2;

  const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
    '/alive': (_, response) => response.writeHead(200).end(),
    '/moved': (_, response) => response.writeHead(301, {location: '/alive'}).end(),
    '/only-get': ({method}, response) =>
      response.writeHead(method === 'HEAD' ? 405 : 200).end('글'),
    '/gone': (_, response) => response.writeHead(410).end(),
    '/forbidden': (_, response) => response.writeHead(403).end(),
    '/busy': (_, response) => {
      busyAnswers -= 1;
      response.writeHead(busyAnswers < 0 ? 200 : 429, {'retry-after': '1'}).end();
    },
    '/broken': (_, response) => response.writeHead(503).end(),
    '/loop': (_, response) => response.writeHead(302, {location: '/loop'}).end(),
    '/slow': () => undefined,
  };

  before(async () => {
    server = createServer((request, response) => {
      const {method = '', url = '', headers} = request;
      requests.push({method, url, agent: headers['user-agent'] ?? ''});
      now += 1;
      most = Math.max(most, now);
      response.once('close', () => (now -= 1));
      const answer = answers[url];
      if (answer) {
        answer(request, response);
      } else {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const patience = {timeout: 300, pause: 1, wait: 5, longestWait: 40};
  async function check(...paths: string[]): Promise<CheckedLink[]> {
    requests.length = 0;
    return checkLinks(
      paths.map((place) => ({
        address: place.startsWith('/') ? base + place : place,
        places: ['docs/a.md:1'],
      })),
      patience,
    );
  }

  for (const [place, state, reason] of [
    ['/alive', 'alive', ''],
    ['/moved', 'alive', ''],
    ['/only-get', 'alive', ''],
    ['/no-such-page', 'dead', '없는 페이지입니다 (404)'],
    ['/gone', 'dead', '없는 페이지입니다 (410)'],
    ['/forbidden', 'doubtful', '확인할 수 없습니다 (403)'],
    ['/broken', 'doubtful', '확인할 수 없습니다 (503)'],
    ['/slow', 'doubtful', '답이 늦습니다'],
  ] as const) {
    it(`${place}: ${state}`, async () => {
      const [link] = await check(place);
      assert.deepEqual([link?.state, link?.reason], [state, reason]);
    });
  }

  it('끝없이 넘기는 주소와 받지 않는 포트는 의심할 뿐 죽었다고 하지 않는다', async () => {
    const links = await check('/loop', 'http://127.0.0.1:1/');
    assert.deepEqual(
      links.map(({state}) => state),
      ['doubtful', 'doubtful'],
    );
  });

  it('천천히 오라는 곳(429)에는 HEAD만 다시 보내고, 그만두지 않는다', async () => {
    const [link] = await check('/busy');
    assert.equal(link?.state, 'alive');
    assert.deepEqual(
      requests.map(({method}) => method),
      ['HEAD', 'HEAD', 'HEAD'],
    );
  });

  it('막힌 곳(403)에는 되풀이하지 않고, 누구인지 밝힌다', async () => {
    await check('/forbidden');
    assert.deepEqual(
      requests.map(({method}) => method),
      ['HEAD', 'GET'],
    );
    assert.ok(requests.every(({agent}) => agent.includes('github.com/kkori-notes')));
  });

  it('한 호스트에는 한 번에 하나씩 묻는다', async () => {
    most = 0;
    await check(...Array.from({length: 12}, () => '/alive'));
    assert.equal(most, 1);
    assert.equal(requests.length, 12);
  });
});
