import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';

import {enhancedMark} from '../../lib/behaviors.ts';
import {launchBrowser} from '../../lib/node/browser.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {serveSite} from '../../lib/node/siteServer.ts';
import {practiceFile, questionsOf, type PracticeSet} from '../../lib/practice/practiceSet.ts';
import {
  readBuiltSite,
  versionsOf,
  type BuiltPage,
  type BuiltVersion,
} from '../../outputs/builtSite.ts';
import {copyRepository, type RepositoryCopy} from '../repositoryCopy.ts';
import {smallVersions as versions} from '../smallContent.ts';
import {addSecondArea, secondArea} from './secondArea.ts';

const [latest] = versions;
/** A picture of the note, where it is imported to. */
const picture = 'docs/new-questions/img/process-thread-1.png';
/** The version that would be released next. */
const next = `${Number.parseInt(latest, 10) + 1}.0`;

const note = path.join(repositoryRoot, 'tests/contributing/notes/Process & Thread.md');
const spoken =
  '컨테이너의 표준 출력은 엔진이 모읍니다 [@docker-run]. 파일에 쌓입니다. 오래된 것은 지웁니다.';

describe('글 쓰는 사람의 명령', () => {
  let copy: RepositoryCopy;
  before(() => {
    copy = copyRepository();
    addSecondArea(copy.folder);
  });
  after(() => copy.remove());
  const read = (file: string) => readFileSync(path.join(copy.folder, file), 'utf8');

  describe('npm run release', () => {
    const folder = () => path.join(copy.folder, `versioned_docs/version-${next}`);

    it('덜 쓴 글이 있으면 까닭을 알리고 아무것도 남기지 않는다', () => {
      const page = path.join(copy.folder, 'docs/docker/unfinished.md');
      writeFileSync(page, '덜 쓴 글');
      const {status, output} = copy.run('release', [next]);
      rmSync(page);
      assert.equal(status, 1);
      assert.match(output, /^docs\/docker\/unfinished\.md:1:1 /m);
      assert.match(output, /내지 않았습니다/);
      assert.equal(existsSync(folder()), false);
      assert.deepEqual(JSON.parse(read('versions.json')), versions);
    });

    for (const [name, commandArguments, message] of [
      ['이미 낸 버전', [latest], /이미 낸 버전입니다/],
      ['이름이 아닌 것', ['v3'], /3\.0처럼/],
      ['없는 이름', [], /npm run release -- 3\.0/],
      ['모르는 옵션', ['--force', next], /npm run release -- 3\.0/],
    ] as const) {
      it(`${name}: 한국어로 알리고 1로 끝난다`, () => {
        const {status, output} = copy.run('release', [...commandArguments]);
        assert.equal(status, 1);
        assert.match(output, message);
        assert.doesNotMatch(output, /\n\s+at /);
      });
    }

    it('코드를 고치지 않고 더한 분야와 그 글 30개까지 내고, 낸 것과 다음에 할 일을 알린다', () => {
      const page = 'docs/docker/pid-1.md';
      const linked = path.join(copy.folder, page);
      appendFileSync(linked, '\n- 최신 버전의 [실행](/docs/docker/docker-run/)\n');
      const {status, output} = copy.run('release', [next]);
      assert.equal(status, 0, output);
      assert.ok(output.includes(`버전 ${next}을(를) 냈습니다`), output);
      assert.match(output, /npm run preview/);
      assert.ok(existsSync(folder()));
      // A link to the version that was the latest still leads there.
      for (const file of [page, page.replace('docs', `versioned_docs/version-${next}`)]) {
        assert.match(read(file), new RegExp(`\\]\\(/docs/${latest}/docker/docker-run/`));
        assert.doesNotMatch(read(file), /\]\(\/docs\/[a-z]/);
      }
    });

    it('낸 것은 검사를 통과하고, 한 조각이 빠지면 무엇이 없는지 그것만 알린다', () => {
      const sidebar = path.join(copy.folder, `versioned_sidebars/version-${next}-sidebars.json`);
      const away = path.join(copy.folder, 'sidebar.json');
      renameSync(sidebar, away);
      const {status, output} = copy.run('check');
      renameSync(away, sidebar);
      assert.equal(status, 1);
      assert.ok(output.includes(`내다 말았습니다. 없는 것: versioned_sidebars/`), output);
      assert.match(output, /고칠 곳이 1군데/);
    });
  });

  describe('npm run new', () => {
    const page = 'docs/docker/docker-rogeuneun-eodie.md';

    it('빈 곳을 채우면 검사를 통과하는 글을 만든다', () => {
      const made = copy.run('new', ['Docker 로그는 어디에 쌓이나요?', '--out', 'docs/docker']);
      assert.equal(made.status, 0, made.output);
      const unfilled = copy.run('check', [page]);
      assert.equal(unfilled.status, 1);
      assert.match(unfilled.output, /docker-rogeuneun-eodie\.md:\d+:\d+ .*여기에/);

      let asked = 0;
      const filled = read(page)
        .replaceAll(/^\(여기에 면접.*$/gm, spoken)
        .replaceAll(/^\(여기에 답을.*$/gm, '자세한 답입니다 [@docker-run].')
        .replaceAll(/\(여기에 docs\/tracks[^)]*\)/g, '신입 백엔드')
        .replaceAll(/\(여기에 질문을[^)]*\)/g, () => `${++asked}번째로 어디에 쌓이나요?`)
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

    it('글, 그림, 출처를 쓰고 사람이 정할 것을 알린다', () => {
      const {status, output} = copy.run('import', [note]);
      assert.equal(status, 0, output);
      assert.match(output, /docs\/new-questions\/process-thread\.md에 옮겼습니다/);
      assert.match(
        output,
        /출처 2개를 더했습니다: a-tistory-os, en-wikipedia-org-process-computing/,
      );
      assert.match(output, /사람이 정할 것 \d+가지, 많은 것부터:/);
      assert.match(read('data/references.yaml'), /^- id: a-tistory-os$/m);
      assert.ok(existsSync(path.join(copy.folder, picture)));
    });

    it('--force 없이는 옮겼던 글을 덮어쓰지 않고, 출처도 건드리지 않는다', () => {
      appendFileSync(path.join(copy.folder, page), '\n손으로 고친 글입니다.\n');
      const references = read('data/references.yaml');
      const refused = copy.run('import', [note]);
      assert.equal(refused.status, 1);
      assert.match(refused.output, /이미 있는 파일입니다.*--force/);
      assert.match(read(page), /손으로 고친 글/);
      assert.equal(copy.run('import', [note, '--force']).status, 0);
      assert.doesNotMatch(read(page), /손으로 고친 글/);
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

  describe('만든 사이트', () => {
    let pages: BuiltPage[];
    let built: BuiltVersion[];
    const pageAt = (address: string) => {
      const page = pages.find((candidate) => candidate.address === address);
      assert.ok(page, address);
      return page;
    };
    const textsOf = (address: string, selector: string) =>
      selectAll(selector, pageAt(address).root).map((element) =>
        toString(element)
          .replace(/\u200b/g, '')
          .trim(),
      );
    before(() => {
      // A small picture would stand in the HTML itself.
      cpSync(
        path.join(repositoryRoot, 'static/img/social-card.png'),
        path.join(copy.folder, picture),
      );
      // Algolia's too: one build shows all that a site other than ours can be.
      const {status, output} = copy.build({
        ALGOLIA_APP_ID: 'APP',
        ALGOLIA_API_KEY: 'key',
        ALGOLIA_INDEX_NAME: 'index',
      });
      assert.equal(status, 0, output);
      // What is not filled in yet is told, and does not stop the build.
      assert.match(output, /process-thread\.md:\d+:\d+/);
      pages = readBuiltSite(path.join(copy.folder, 'build'));
      built = versionsOf(pages);
    });

    it('옮긴 글은 빈 곳이 남아 있어도 빌드해서 볼 수 있다', () => {
      const {html} = pageAt('docs/next/new-questions/process-thread/');
      assert.match(html, /문맥 교환은/);
      const [address] = html.match(/assets\/images\/process-thread-1-[^"\s>]+\.png/) ?? [];
      assert.ok(address && existsSync(path.join(copy.folder, 'build', address)));
    });

    it('npm run new로 만든 글의 질문은 더 적지 않아도 떠올려 볼 질문이다', () => {
      const set = JSON.parse(read(`build/${practiceFile('current')}`)) as PracticeSet;
      const made = questionsOf(set).find(({id}) => id === 'docker/docker-rogeuneun-eodie');
      assert.ok(made && made.units.length > 1, made?.units.join('\n'));
    });

    it('낸 버전이 최신이고, 앞의 버전들은 제 이름의 주소로 옮겨 간다', () => {
      assert.deepEqual(
        built.map(({label}) => label),
        [next, ...versions, '다음'],
      );
      assert.ok(built[0]?.isLatest);
      const before = pageAt(`docs/${latest}/docker/docker-run/`).root;
      const canonical = select('link[rel="canonical"]', before)?.properties.href;
      assert.match(String(canonical), /^https?:\/\/[^/]+\/docs\/docker\/docker-run\/$/);
      assert.match(
        textsOf(`docs/${latest}/docker/docker-run/`, '.theme-doc-version-banner').join(),
        /^지난 버전/,
      );
      assert.deepEqual(textsOf('docs/docker/docker-run/', '.theme-doc-version-banner'), []);
    });

    it('사이트맵과 책도 낸 버전을 따른다', () => {
      const sitemap = read('build/sitemap.xml');
      assert.match(sitemap, /docs\/link-layer\/topic-1\//);
      assert.doesNotMatch(sitemap, /docs\/(next|\d+\.\d+)\//);
      assert.ok(existsSync(path.join(copy.folder, `build/pdf/${next}.pdf`)));
    });

    it('버전 비교는 잇단 두 버전을 견주고, 바로잡은 까닭은 그것을 바로잡은 버전에만 잇는다', () => {
      const headings = [next, ...versions]
        .slice(0, -1)
        .map((after, index) => `${versions[index]}에서 ${after}으로`);
      assert.deepEqual(textsOf('versions/', 'main h2'), headings);
      const links = selectAll('main p a', pageAt('versions/').root).map(({properties}) =>
        String(properties.href),
      );
      const all = [next, ...versions];
      const corrections = all.map((version) => {
        const file = `versioned_docs/version-${version}/corrections.md`;
        return existsSync(path.join(copy.folder, file)) ? read(file) : undefined;
      });
      const corrected = all.filter(
        (_, index) => corrections[index] && corrections[index] !== corrections[index + 1],
      );
      assert.deepEqual(
        links,
        corrected.map((version) => `/docs/${version === next ? '' : `${version}/`}corrections/`),
      );
    });

    it('차례의 분야 아래에 묶음이 있고, 앞의 버전의 차례는 그대로다', () => {
      const area = built[0]?.sidebar.find(({label}) => label === secondArea.label);
      assert.deepEqual(
        area?.items.map(({label, items}) => [label, items.length]),
        secondArea.sections.map(({label}) => [label, secondArea.pagesInSection]),
      );
      assert.equal(area.page, undefined);
      const labels = built[1]?.sidebar.map(({label}) => label) ?? [];
      assert.ok(labels.length > 0 && !labels.includes(secondArea.label));
    });

    it('첫 화면과 모든 질문에 두 분야가 있다', () => {
      assert.deepEqual(textsOf('', '[aria-labelledby="map"] > h3').at(-1), secondArea.label);
      assert.deepEqual(
        textsOf('', '[aria-labelledby="map"] h4').slice(-secondArea.sections.length),
        secondArea.sections.map(({label}) => label),
      );
      assert.match(textsOf('', 'title').join(), new RegExp(`, ${secondArea.label} 면접 질문`));
      const questions = textsOf('questions/', 'main a').filter((text) => /번째/.test(text));
      assert.equal(questions.length, 2 * secondArea.sections.length * secondArea.pagesInSection);
    });

    it('Algolia를 쓰는 사이트: 검색 단추가 Algolia의 검색을 한국어로 열고, 이 버전의 글만 물으며, CSP를 어기지 않는다', async () => {
      const server = await serveSite(path.join(copy.folder, 'build'), '/', 0);
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage();
        const problems: string[] = [];
        const queries: string[] = [];
        page.on(
          'console',
          (message) => message.type() === 'error' && problems.push(message.text()),
        );
        page.on('pageerror', ({message}) => problems.push(message));
        await page.route(/\.algolia(net\.com|\.net)\//, async (route) => {
          const body = route.request().postData() ?? '';
          queries.push(body);
          const hit = {
            objectID: '1',
            url: `${server.address}docs/docker/pid-1/`,
            type: 'lvl1',
            hierarchy: {lvl0: 'Docker', lvl1: 'PID 1'},
            _highlightResult: {hierarchy: {lvl0: {value: 'Docker'}, lvl1: {value: 'PID 1'}}},
          };
          await route.fulfill({json: {results: [{hits: body.includes('pid') ? [hit] : []}]}});
        });
        await page.goto(`${server.address}docs/docker/docker-run/`);
        await page.locator(`html[${enhancedMark}]`).waitFor();
        await page
          .locator('header [data-behavior="search"], nav [data-behavior="search"]')
          .first()
          .click();
        await page.getByPlaceholder('질문이나 낱말로 찾기').fill('pid');
        await page.locator('.DocSearch-Hit a').first().click();
        await page.waitForURL(/docs\/docker\/pid-1\/$/);
        assert.ok(queries.some((query) => query.includes(`docs-default-${next}`)));
        assert.deepEqual(problems, []);
      } finally {
        await browser.close();
        await server.close();
      }
    });

    it('참고 문헌은 인용한 글을 읽는 차례대로 늘어놓는다', () => {
      const uses = textsOf('docs/references/', '#ref-docker-run p').map((text) =>
        text.replace(/( [a-z]+)+$/, ''),
      );
      const expected = secondArea.sections.flatMap(({label}) =>
        Array.from({length: secondArea.pagesInSection}, (_, index) => `${label} ${index + 1}`),
      );
      // The second area is read after the first, and before the pages outside all areas.
      const start = uses.indexOf(expected[0] ?? '');
      assert.ok(start > 0, uses.join());
      assert.deepEqual(uses.slice(start, start + expected.length), expected);
    });
  });
});
