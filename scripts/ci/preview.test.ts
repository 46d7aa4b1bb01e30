import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';

import {zipSync} from 'fflate';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';

interface Asked {
  method: string;
  url: string;
  body: Record<string, unknown>;
}

/** GitHub's API on this machine: what it is asked, and what each test has it answer. */
let server: Server;
let api = '';
let asked: Asked[] = [];
let answers: Record<string, unknown> = {};
let folder = '';

before(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const {method = '', url = ''} = request;
      const sent = Buffer.concat(parts).toString();
      asked.push({method, url, body: (sent ? JSON.parse(sent) : {}) as Asked['body']});
      const answer = answers[`${method} ${url.replace('/repos/kkori-notes/kkori/', '')}`];
      if (answer === undefined || request.headers.authorization !== 'Bearer token') {
        response.writeHead(404).end('{}');
      } else {
        response.end(Buffer.isBuffer(answer) ? answer : JSON.stringify(answer));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());
beforeEach(() => {
  asked = [];
  answers = {};
  folder = mkdtempSync(path.join(tmpdir(), 'kkori-preview-'));
});
afterEach(() => rmSync(folder, {recursive: true}));

/** Runs a script of scripts/ci/ as the workflow does. */
async function run(script: string, argument: string, environment: Record<string, string> = {}) {
  const outputs = path.join(folder, 'outputs');
  writeFileSync(outputs, '');
  const tsx = path.join(repositoryRoot, 'node_modules/tsx/dist/cli.mjs');
  const child = spawn(
    process.execPath,
    [tsx, path.join(repositoryRoot, `scripts/ci/${script}.ts`), argument],
    {
      cwd: folder,
      env: {
        ...process.env,
        GITHUB_API_URL: api,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'kkori-notes/kkori',
        GITHUB_TOKEN: 'token',
        GITHUB_OUTPUT: outputs,
        ...environment,
      },
    },
  );
  let printed = '';
  child.stdout.on('data', (part: Buffer) => (printed += part.toString()));
  child.stderr.on('data', (part: Buffer) => (printed += part.toString()));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const told = readFileSync(outputs, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  return {status, printed, outputs: Object.fromEntries(told) as Record<string, string>};
}

describe('미리보기를 살펴보기', () => {
  const sha = 'a'.repeat(40);
  const head = {sha, repo: {id: 7}};
  const many = Array.from({length: 100}, (_, index) => ({number: 1000 + index}));
  const page = '<a href="https://github.com/kkori-notes/kkori/edit/main/docs/docker/pid-1.md">';
  const site = (files = {}) =>
    Buffer.from(
      zipSync({
        'index.html': Buffer.from('<p>집'),
        'docs/next/docker/pid-1/index.html': Buffer.from(page),
        'docs/docker/pid-1/index.html': Buffer.from(page),
        ...files,
      }),
    );

  function gitHubKnows(changes: {
    pulls?: unknown[];
    files?: {filename: string; previous_filename?: string}[];
    zip?: Buffer;
  }): void {
    const pulls = changes.pulls ?? [{number: 12, head, base: {ref: 'main'}}];
    answers = {
      'GET pulls?state=open&per_page=100&page=1': many,
      'GET pulls?state=open&per_page=100&page=2': [{number: 12}, {number: 15}],
      'GET pulls?state=open&head=stranger%3Afix%2F%24(id)': pulls,
      [`GET compare/main...${sha}`]: {files: changes.files ?? [{filename: 'docs/docker/pid-1.md'}]},
      'GET actions/runs/99/artifacts?name=site': {artifacts: [{id: 5, name: 'site'}]},
      'GET actions/runs/99/artifacts?name=pictures': {artifacts: [{id: 6, name: 'pictures'}]},
      'GET actions/artifacts/5/zip': changes.zip ?? site(),
    };
  }

  async function inspect() {
    const event = path.join(folder, 'event.json');
    writeFileSync(
      event,
      JSON.stringify({
        workflow_run: {
          id: 99,
          head_sha: sha,
          head_branch: 'fix/$(id)',
          head_repository: {id: 7, owner: {login: 'stranger'}},
        },
      }),
    );
    return run('inspectPreview', 'preview', {GITHUB_EVENT_PATH: event});
  }

  it('글만 고친 풀 리퀘스트의 사이트를 풀고, 번호와 고친 글의 주소를 알린다', async () => {
    gitHubKnows({});
    const {status, outputs, printed} = await inspect();
    assert.equal(status, 0, printed);
    assert.deepEqual(outputs, {
      number: '12',
      artifact: '5',
      'content-only': 'true',
      pages: '[{"file":"docs/docker/pid-1.md","address":"docs/next/docker/pid-1/"}]',
      pictures: '6',
      open: [...many, {number: 12}, {number: 15}].map(({number}) => number).join(' '),
    });
    assert.equal(readFileSync(path.join(folder, 'preview/index.html'), 'utf8'), '<p>집');
  });

  for (const [name, files] of [
    ['코드도 고쳤다', [{filename: 'docs/a/b.md'}, {filename: 'src/a.ts'}]],
    ['코드였던 파일이다', [{filename: 'docs/a/b.md', previous_filename: 'src/a.ts'}]],
    [
      'GitHub가 다 세지 못한다',
      Array.from({length: 300}, (_, index) => ({filename: `docs/a/b${index}.md`})),
    ],
  ] as const) {
    it(`펴내지 않는다: ${name}`, async () => {
      gitHubKnows({files: [...files]});
      const {outputs} = await inspect();
      assert.equal(outputs['content-only'], 'false');
      assert.equal(outputs.pages, '[]');
      assert.equal(outputs.pictures, '');
    });
  }

  for (const [name, pulls] of [
    ['없다', []],
    ['그사이 새 커밋이 왔다', [{number: 12, head: {...head, sha: 'b'.repeat(40)}}]],
    ['다른 저장소의 것이다', [{number: 12, head: {...head, repo: {id: 8}}}]],
    ['다른 가지로 보냈다', [{number: 12, head, base: {ref: 'old'}}]],
    ['저장소를 지웠다', [{number: 12, head: {...head, repo: null}}]],
  ] as const) {
    it(`맞는 풀 리퀘스트가 없으면 아무것도 하지 않는다: ${name}`, async () => {
      gitHubKnows({pulls: [...pulls]});
      const {status, outputs} = await inspect();
      assert.equal(status, 0);
      assert.deepEqual(outputs, {});
      assert.ok(!asked.some(({url}) => url.includes('artifacts')));
    });
  }

  it('나쁜 사이트는 한 파일도 풀지 않고, 까닭을 남기고 실패한다', async () => {
    gitHubKnows({zip: site({'../../evil.html': Buffer.from('나쁨')})});
    const {status, printed, outputs} = await inspect();
    assert.equal(status, 1);
    assert.match(printed, /^::error::받지 않는 경로입니다/m);
    assert.deepEqual(outputs, {});
    assert.equal(existsSync(path.join(folder, 'preview')), false);
  });
});

describe('미리보기를 알리기', () => {
  const environment = {
    NUMBER: '12',
    RUN_ID: '99',
    ARTIFACT: '5',
    PICTURES: '6',
    PAGES: '[{"file":"docs/docker/pid-1.md","address":"docs/next/docker/pid-1/"}]',
    PREVIEW_URL: 'https://preview.example/',
  };
  const comments = 'issues/12/comments';

  it('처음에는 댓글을 하나 달고, 주소와 고친 글을 알린다', async () => {
    answers = {[`GET ${comments}?per_page=100&page=1`]: [], [`POST ${comments}`]: {}};
    const {status, printed} = await run('commentPreview', '', environment);
    assert.equal(status, 0, printed);
    const {method, body} = asked.at(-1) ?? {};
    assert.equal(method, 'POST');
    assert.match(String(body?.body), /https:\/\/preview\.example\/pr-12\/$/m);
    assert.match(
      String(body?.body),
      /\[docs\/docker\/pid-1\.md\]\(https:\/\/preview\.example\/pr-12\/docs\/next\/docker\/pid-1\/\)/,
    );
  });

  it('고치기 전과 뒤를 찍은 그림이 어디 있는지 알린다. 없으면 말하지 않는다', async () => {
    answers = {[`GET ${comments}?per_page=100&page=1`]: [], [`POST ${comments}`]: {}};
    await run('commentPreview', '', environment);
    const address = 'https://github.com/kkori-notes/kkori/actions/runs/99/artifacts/6';
    assert.ok(String(asked.at(-1)?.body.body).includes(`[그림](${address})`));
    await run('commentPreview', '', {...environment, PICTURES: ''});
    assert.doesNotMatch(String(asked.at(-1)?.body.body), /그림/);
  });

  it('다음부터는 제 댓글을 고친다. 같은 표시를 단 남의 댓글은 제 것이 아니다', async () => {
    const mark = '<!-- kkori-preview -->';
    answers = {
      [`GET ${comments}?per_page=100&page=1`]: [
        {id: 1, body: `${mark} 흉내`, user: {login: 'stranger'}},
        ...Array.from({length: 99}, () => ({id: 2, body: '말', user: null})),
      ],
      [`GET ${comments}?per_page=100&page=2`]: [
        {id: 3, body: `${mark}\n앞의 미리보기`, user: {login: 'github-actions[bot]'}},
      ],
      'PATCH issues/comments/3': {},
    };
    const {status, printed} = await run('commentPreview', '', environment);
    assert.equal(status, 0, printed);
    assert.equal(asked.at(-1)?.url, '/repos/kkori-notes/kkori/issues/comments/3');
  });

  it('펴낸 곳이 없으면 내려받을 곳을 알린다', async () => {
    answers = {[`GET ${comments}?per_page=100&page=1`]: [], [`POST ${comments}`]: {}};
    await run('commentPreview', '', {...environment, PREVIEW_URL: ''});
    const text = String(asked.at(-1)?.body.body);
    assert.ok(text.includes('https://github.com/kkori-notes/kkori/actions/runs/99/artifacts/5'));
    assert.match(text, /^- docs\/docker\/pid-1\.md$/m);
  });
});

describe('미리보기를 펴내기', () => {
  function git(cwd: string, ...commandArguments: string[]): string {
    const {status, stdout, stderr} = spawnSync('git', commandArguments, {cwd, encoding: 'utf8'});
    assert.equal(status, 0, stderr);
    return stdout;
  }

  it('제 번호의 폴더를 갈아 넣고, 닫힌 것을 치우고, 기록은 커밋 하나로 둔다', async () => {
    const remote = path.join(folder, 'remote.git');
    git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
    const publish = async (number: string, open: string, file: string) => {
      const site = path.join(folder, `site-${file}`);
      mkdirSync(site, {recursive: true});
      writeFileSync(path.join(site, file), '글');
      const environment = {PREVIEW_REMOTE: remote, NUMBER: number, OPEN: open};
      const {status, printed} = await run('publishPreview', site, environment);
      assert.equal(status, 0, printed);
    };
    await publish('12', '12', 'a.html');
    await publish('15', '12 15', 'b.html');
    await publish('12', '12', 'c.html');
    assert.deepEqual(git(remote, 'ls-tree', '-r', '--name-only', 'main').trim().split('\n'), [
      '.nojekyll',
      'pr-12/c.html',
      'robots.txt',
    ]);
    assert.equal(git(remote, 'rev-list', '--count', 'main').trim(), '1');
  });

  it('함께 올리는 것들은 하나도 잃지 않는다', async () => {
    const remote = path.join(folder, 'remote.git');
    git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
    const numbers = ['12', '15', '20'];
    const site = path.join(folder, 'site');
    mkdirSync(site);
    writeFileSync(path.join(site, 'index.html'), '글');
    const ended = await Promise.all(
      numbers.map((NUMBER) =>
        run('publishPreview', site, {PREVIEW_REMOTE: remote, NUMBER, OPEN: numbers.join(' ')}),
      ),
    );
    assert.deepEqual(
      ended.map(({status, printed}) => (status === 0 ? '' : printed)),
      ['', '', ''],
    );
    assert.deepEqual(git(remote, 'ls-tree', '--name-only', 'main').trim().split('\n'), [
      '.nojekyll',
      'pr-12',
      'pr-15',
      'pr-20',
      'robots.txt',
    ]);
  });

  it('번호가 아닌 것은 받지 않는다', async () => {
    const {status, printed} = await run('publishPreview', folder, {
      PREVIEW_REMOTE: folder,
      NUMBER: '../x',
      OPEN: '',
    });
    assert.equal(status, 1);
    assert.match(printed, /번호가 아닙니다/);
  });
});

describe('깨진 링크를 알리기', () => {
  const list = 'issues?state=open&creator=github-actions%5Bbot%5D&per_page=100';
  const link = (state: string, address: string) => ({
    state,
    address,
    reason: '없는 페이지입니다 (404)',
    places: ['docs/a.md:3'],
  });
  const own = {number: 8, title: '깨진 바깥 링크'};

  async function report(links: object[], issues: object[], answer: string): Promise<Asked> {
    writeFileSync(path.join(folder, 'links.json'), JSON.stringify(links));
    answers = {[`GET ${list}`]: issues, [answer]: {}};
    const {status, printed} = await run('reportLinks', 'links.json');
    assert.equal(status, 0, printed);
    return asked.at(-1) ?? assert.fail('묻지 않았습니다.');
  }

  it('죽은 링크가 있으면 표를 담은 이슈를 하나 연다. 표를 깨는 글자는 바꾼다', async () => {
    const links = [link('dead', 'https://a.example/x|y'), link('doubtful', 'https://b.example/')];
    const {method, body} = await report(links, [], 'POST issues');
    assert.equal(method, 'POST');
    assert.equal(body.title, own.title);
    assert.match(
      String(body.body),
      /^\| <https:\/\/a\.example\/x%7Cy> \| .+404.+ \| `docs\/a\.md:3` \|$/m,
    );
    assert.match(String(body.body), /확인하지 못한 링크 1개/);
  });

  it('열린 이슈가 있으면 그것을 고친다', async () => {
    const links = [link('dead', 'https://a.example/')];
    const {method, url} = await report(
      links,
      [{number: 3, title: own.title, pull_request: {}}, own],
      'PATCH issues/8',
    );
    assert.equal(method, 'PATCH');
    assert.match(url, /issues\/8$/);
  });

  it('죽은 링크가 없으면 이슈를 닫고, 열린 것이 없으면 아무것도 하지 않는다', async () => {
    const links = [link('alive', 'https://a.example/'), link('doubtful', 'https://b.example/')];
    const closing = await report(links, [own], 'PATCH issues/8');
    assert.equal(closing.body.state, 'closed');
    const {method} = await report(links, [], '');
    assert.equal(method, 'GET');
  });
});
