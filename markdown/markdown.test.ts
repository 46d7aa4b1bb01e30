import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile, mkdir} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import type {Nodes, Root} from 'mdast';
import {unified, type PluggableList} from 'unified';
import {visit} from 'unist-util-visit';
import {VFile} from 'vfile';

import {parsePage} from '../content-model/markdown.ts';
import {readContentModelAnew} from '../content-model/model.ts';
import alsoAsked from './alsoAsked.ts';
import citations from './citations/citations.ts';
import code from './code.ts';
import laterCorrections from './laterCorrections.ts';
import corrections from './corrections.ts';
import followUps from './followUps.ts';
import {glossaryList, terms} from './glossary/glossary.ts';
import interviewAnswer from './interviewAnswer.ts';
import nextQuestions from './nextQuestions.ts';
import {answersOf, hashOfAnswer} from '../content-model/answers.ts';
import {contentPage} from '../content-model/model.ts';
import reruns from './reruns.ts';
import {experimentsIn} from '../content-model/experiments.ts';
import readingPath from './readingPath.ts';
import tables from './tables.ts';
import verification from './verification.ts';

const references = `
- {id: one, type: webpage, title: "하나", author: Docker, container-title: Docs, URL: "https://example.com/1", accessed: "2026-09", language: ko}
- {id: two, type: post-weblog, title: "Two", author: Someone, container-title: Blog, URL: "https://example.com/2", accessed: "2026-09-01", language: en}
`;

const glossary = `
- {id: container, term: 컨테이너, english: container, definition: 격리된 프로세스입니다., source: one}
- {id: container-runtime, term: 컨테이너 런타임, english: container runtime, variants: [런타임], definition: 컨테이너를 실행합니다., source: two}
- {id: podman, term: Podman, english: Podman, definition: 데몬이 없는 엔진입니다., source: one}
- {id: network, term: 네트워크, english: network, definition: 일반어입니다., source: one, general: true}
- {id: kernel, term: 커널, english: kernel, definition: 출처가 없습니다.}
`;

/** The tree in short: `element(attribute=value)[children]`, with text in quotes. */
function outline(node: Nodes): string {
  if (node.type === 'text' || node.type === 'code') {
    return JSON.stringify(node.value);
  }
  const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  const name = isElement ? (node.name ?? '') : node.type;
  const attributes = isElement
    ? node.attributes.flatMap((attribute) =>
        attribute.type === 'mdxJsxAttribute' &&
        [
          'id',
          'kind',
          'number',
          'difficulty',
          'html',
          'definition',
          'english',
          'variants',
        ].includes(attribute.name)
          ? [`${attribute.name}=${attribute.value as string}`]
          : [],
      )
    : [];
  const inside = 'children' in node ? node.children.map(outline).join(' ') : '';
  return `${name}${attributes.length > 0 ? `(${attributes.join(' ')})` : ''}[${inside}]`;
}

describe('remark 플러그인', () => {
  let siteDir = '';
  before(async () => {
    siteDir = await mkdtemp(path.join(tmpdir(), 'kkori-'));
    await mkdir(path.join(siteDir, 'data'));
    await mkdir(path.join(siteDir, 'docs'));
    await writeFile(path.join(siteDir, 'data/references.yaml'), references);
    await writeFile(path.join(siteDir, 'data/glossary.yaml'), glossary);
  });
  after(() => rm(siteDir, {recursive: true}));

  const context = () => ({siteDir, content: () => readContentModelAnew(siteDir)});

  async function transform(
    text: string,
    plugins: PluggableList,
    name = 'docs/a.md',
  ): Promise<Root> {
    await mkdir(path.dirname(path.join(siteDir, name)), {recursive: true});
    await writeFile(path.join(siteDir, name), text);
    const {root, frontMatter} = parsePage(name, text);
    const file = new VFile({value: text, path: path.join(siteDir, name), data: {frontMatter}});
    return (await unified().use(plugins).run(structuredClone(root), file)) as Root;
  }

  it('꼬리질문과 꼬꼬무의 ###을 접히는 질문으로 바꾸고, 다른 ###은 그대로 둔다', async () => {
    const root = await transform(
      '## 본문 {#body}\n\n### 작은 제목 {#small}\n\n글\n\n## 꼬리질문 {#f}\n\n### 왜요? {#why}\n\n답\n\n#### 더 {#more}\n\n덧붙임\n\n## 꼬꼬무 {#d}\n\n### 또요? {#again}\n\n답\n\n## 더 읽기 {#r}',
      [followUps],
    );
    assert.equal(
      outline(root),
      'root[heading["본문 {#body}"] heading["작은 제목 {#small}"] paragraph["글"] FollowUpControls[] heading["꼬리질문 {#f}"] ' +
        'FollowUp(kind=follow-up number=1 id=why)[FollowUpQuestion(kind=follow-up number=1)[heading["왜요? {#why}"]] ' +
        'FollowUpAnswer[paragraph["답"] heading["더 {#more}"] paragraph["덧붙임"]]] heading["꼬꼬무 {#d}"] ' +
        'FollowUp(kind=deep-dive number=1 id=again)[FollowUpQuestion(kind=deep-dive number=1)[heading["또요? {#again}"]] ' +
        'FollowUpAnswer[paragraph["답"]]] heading["더 읽기 {#r}"]]',
    );
  });

  it('다르게 묻는 말은 한 속성에 한 줄씩 적는다', async () => {
    const root = await transform(
      ':::also-asked\n\n- `-v`에 붙인 :z는 뭔가요?\n- 두 번째 말\n\n:::',
      [alsoAsked],
    );
    const [box] = root.children;
    assert.ok(box?.type === 'containerDirective');
    assert.equal(box.data?.hProperties?.['data-also-asked'], '-v에 붙인 :z는 뭔가요?\n두 번째 말');
    assert.deepEqual(box.children, []);
  });

  it('표에 이름을 주고, 첫 칸이 줄의 이름이면 머리글로 한다', async () => {
    const named = '| 구분 | VM | 컨테이너 |\n| --- | --- | --- |\n| 커널 | 자기 것 | 호스트의 것 |';
    const repeated = '| 때 | 일 |\n| --- | --- |\n| 처음 | 가 |\n| 처음 | 나 |';
    const root = await transform(`## 차이 {#d}\n\n${named}\n\n${repeated}`, [tables]);
    const [first, second] = root.children.slice(1).map((frame) => {
      const [table] = 'children' in frame ? frame.children : [];
      assert.ok(table?.type === 'table');
      const rows = table.children.map(({children}) => children.map(({data}) => data ?? null));
      return {name: table.data?.hProperties?.ariaLabel, rows};
    });
    const column = {hProperties: {scope: 'col'}};
    assert.deepEqual(first, {
      name: '차이: VM, 컨테이너',
      rows: [
        [column, column, column],
        [{hName: 'th', hProperties: {scope: 'row'}}, null, null],
      ],
    });
    // The same name twice is no name.
    assert.deepEqual(second, {
      name: '차이: 일',
      rows: [
        [column, column],
        [null, null],
        [null, null],
      ],
    });
  });

  it('바로잡은 것에서 전의 말에 줄을 긋고, 다른 목록은 그대로 둔다', async () => {
    const correction = [
      '- **1.0의 설명**: “`runc`가 없습니다” ([1.0의 글](a.md))',
      '- **바른 설명**: 있습니다 “정말”.',
      '- **이유**: 낡았습니다.',
      '- **2.0의 글**: [글](b.md)',
    ].join('\n');
    const root = await transform(`${correction}\n\n글\n\n- **바른 설명**: 하나뿐입니다.`, [
      corrections,
    ]);
    assert.equal(
      outline(root),
      'root[list[listItem[paragraph[strong["1.0의 설명" emphasis[": "]] ' +
        'delete["“" inlineCode[] "가 없습니다”"] " (" link["1.0의 글"] ")"]] ' +
        'listItem[paragraph[strong["바른 설명" emphasis[": "]] "있습니다 “정말”."]] ' +
        'listItem[paragraph[strong["이유" emphasis[": "]] "낡았습니다."]] ' +
        'listItem[paragraph[strong["2.0의 글" emphasis[": "]] "" link["글"]]]] ' +
        'paragraph["글"] list[listItem[paragraph[strong["바른 설명"] ": 하나뿐입니다."]]]]',
    );
  });

  it('id가 없는 꼬리질문은 빌드를 멈춘다', async () => {
    await assert.rejects(transform('## 꼬리질문\n\n### 왜요?\n\n답', [followUps]), /id가 없습니다/);
  });

  it('인용을 나온 차례대로 번호 매기고, 글 끝에 목록을 붙인다', async () => {
    const root = await transform('가 [@two]. 나 [@one; @two]. `[@one]`', [[citations, context()]]);
    assert.equal(
      outline(root),
      'root[paragraph["가" CitationGroup[Citation(id=cite-two-1 number=1)[]] ". 나" ' +
        'CitationGroup[Citation(id=cite-two-2 number=1)[] Citation(id=cite-one-1 number=2)[]] ". " inlineCode[]] ' +
        'heading["참고 자료"] ReferenceList[Reference(id=ref-two)[paragraph["인용한 곳" " " link["a"] " " link["b"]]] ' +
        'Reference(id=ref-one)[paragraph["인용한 곳" " " link["a"]]]]]',
    );
  });

  it('더 읽기에서는 출처의 제목을 함께 보인다', async () => {
    const root = await transform('## 더 읽기 {#r}\n\n- [@one]: 읽을 만합니다.', [
      [citations, context()],
    ]);
    assert.match(outline(root), /paragraph\[link\["하나"\] CitationGroup/);
  });

  it('없는 키는 빌드를 멈춘다', async () => {
    await assert.rejects(transform('가 [@none].', [[citations, context()]]), /@none/);
  });

  it('::bibliography는 버전의 모든 글이 인용한 출처를 종류별로 모은다', async () => {
    await writeFile(
      path.join(siteDir, 'docs/b.md'),
      '---\ntitle: 비\nsidebar_position: 1\n---\n\n가 [@two]. 나 [@two].',
    );
    const root = await transform('::bibliography', [[citations, context()]]);
    assert.equal(
      outline(root),
      'root[heading["블로그"] Bibliography[Reference(id=ref-two)[paragraph["비" " " link["a"] " " link["b"]]]]]',
    );
  });

  it('꼬리질문에는 글의 난이도를, 꼬꼬무에는 심화를 적는다', async () => {
    const root = await transform(
      '---\ndifficulty: 기본\n---\n\n## 꼬리질문\n\n### 왜요? {#why}\n\n답\n\n## 꼬꼬무\n\n### 또요? {#again}\n\n답',
      [followUps],
    );
    assert.match(outline(root), /FollowUpQuestion\(kind=follow-up number=1 difficulty=기본\)/);
    assert.match(outline(root), /FollowUpQuestion\(kind=deep-dive number=1 difficulty=심화\)/);
  });

  it('면접 답변에 이름을 붙인다', async () => {
    const root = await transform(':::interview-answer\n\n답입니다.\n\n:::', [interviewAnswer]);
    assert.equal(
      outline(root),
      'root[containerDirective[paragraph["면접 답변"] paragraph["답입니다."]]]',
    );
  });

  describe('용어', () => {
    const definition = '컨테이너를 실행합니다.';
    before(() => writeFile(path.join(siteDir, 'docs/glossary.md'), '::glossary'));
    after(() => rm(path.join(siteDir, 'docs/glossary.md')));

    it('글에서 처음 나오는 곳에만, 가장 긴 용어에 풀이를 붙인다', async () => {
      const root = await transform(
        '컨테이너 런타임은 컨테이너를 띄웁니다. 컨테이너 런타임과 네트워크, 커널.',
        [[terms, context()]],
      );
      assert.equal(
        outline(root),
        `root[paragraph["" Term(id=term-container-runtime definition=${definition})[link["컨테이너 런타임"]] "은 " ` +
          'Term(id=term-container definition=격리된 프로세스입니다.)[link["컨테이너"]] ' +
          '"를 띄웁니다. 컨테이너 런타임과 네트워크, 커널."]]',
      );
    });

    it('제목, 링크, 코드, 표, 검색용 질문, 낱말의 일부와 인용 키는 그대로 둔다', async () => {
      const text =
        '## 컨테이너 {#c}\n\n[컨테이너](a.md) `컨테이너` 비컨테이너 podman-compose [@podman]\n\n' +
        '| 컨테이너 |\n| --- |\n| 컨테이너 |\n\n:::note[컨테이너]\n\n글\n\n:::\n\n:::also-asked\n\n- 컨테이너가 뭐예요\n\n:::';
      const root = await transform(text, [[terms, context()]]);
      assert.doesNotMatch(outline(root), /Term\(/);
    });

    it('다른 낱말의 앞부분에는 풀이를 붙이지 않는다', async () => {
      const root = await transform('컨테이너선과 컨테이너라인, 커널 컨테이너입니다.', [
        [terms, context()],
      ]);
      assert.match(outline(root), /"컨테이너선과 컨테이너라인, 커널 " Term\(id=term-container /);
    });

    it('면접 답변보다 본문에, 글의 제목에 없는 것에 풀이를 붙인다', async () => {
      const spoken = '컨테이너를 씁니다.';
      const answer = `:::interview-answer\n\n${spoken}\n\n:::`;
      const inText = await transform(`${answer}\n\n컨테이너`, [[terms, context()]]);
      assert.match(outline(inText), /"컨테이너를 씁니다\."\]\] paragraph\["" Term/);
      const onlySpoken = await transform(answer, [[terms, context()]]);
      assert.match(outline(onlySpoken), /Term\(id=term-container /);
      const own = await transform('---\ntitle: 컨테이너란?\n---\n\n컨테이너', [[terms, context()]]);
      assert.doesNotMatch(outline(own), /Term\(/);
    });

    it('한 문단에 셋까지, 한 글에 열둘까지만 붙인다', async () => {
      const file = path.join(siteDir, 'data/glossary.yaml');
      const entry = (index: number) =>
        `- {id: term-${index}, term: 용어${index}, english: t${index}, definition: 뜻입니다., source: one}\n`;
      const indexes = Array.from({length: 25}, (_, index) => index + 10);
      await writeFile(file, indexes.map(entry).join(''));
      const termsIn = async (text: string) => {
        const root = await transform(text, [[terms, context()]]);
        return outline(root).match(/Term\(/g)?.length;
      };
      const all = indexes.map((index) => `용어${index}`);
      assert.equal(await termsIn(all.slice(0, 5).join(', ')), 3);
      assert.equal(await termsIn(all.join('\n\n')), 12);
      await writeFile(file, glossary);
    });

    it('용어집이 없는 버전의 글은 그대로 둔다', async () => {
      const root = await transform(
        '컨테이너',
        [[terms, context()]],
        'versioned_docs/version-1/a.md',
      );
      assert.equal(outline(root), 'root[paragraph["컨테이너"]]');
    });

    it('::glossary는 출처가 있는 용어를 정의, 출처, 쓰인 글과 함께 늘어놓는다', async () => {
      await writeFile(
        path.join(siteDir, 'docs/c.md'),
        '---\ntitle: 씨\nsidebar_position: 2\n---\n\n컨테이너 런타임',
      );
      const root = await transform(
        '::glossary',
        [
          [glossaryList, context()],
          [citations, context()],
        ],
        'docs/glossary.md',
      );
      await rm(path.join(siteDir, 'docs/c.md'));
      assert.match(
        outline(root),
        /heading\["ㅋ"\] GlossaryList\[GlossaryEntry\(id=term-container english=container\)\[paragraph\["격리된 프로세스입니다" CitationGroup/,
      );
      assert.match(
        outline(root),
        /GlossaryEntry\(id=term-container-runtime english=container runtime variants=런타임\).*"쓰인 글: " link\["씨"\]/,
      );
      assert.doesNotMatch(outline(root), /커널/);
    });
  });

  it('난이도, 먼저 읽을 글, 이어서 읽을 글을 그 글의 제목으로 보인다', async () => {
    await mkdir(path.join(siteDir, 'docs/folder'), {recursive: true});
    await writeFile(
      path.join(siteDir, 'docs/folder/d.md'),
      '---\ntitle: 디인가요?\nsidebar_label: 디\n---\n',
    );
    const root = await transform(
      '---\ndifficulty: 심화\nprerequisites:\n  - folder/d.md\nnext:\n  - folder/d.md\n---\n\n답 [@one].\n\n## 꼬꼬무\n\n### 또요? {#again}\n\n답',
      [[citations, context()], followUps, [readingPath, context()]],
      'docs/e.md',
    );
    assert.match(
      outline(root),
      /^root\[yaml\[\] paragraph\[emphasis\["난이도 심화 · "\] "먼저 읽을 글: " link\["디"\]\] paragraph\["답"/,
    );
    assert.match(
      outline(root),
      /FollowUpAnswer\[paragraph\["답"\]\]\] paragraph\["이어서 읽을 글: " link\["디"\]\] heading\["참고 자료"\]/,
    );
  });

  it('마지막 답 바로 뒤에 차례의 다음 질문, 이어서 읽을 글, 이전 질문을 둔다', async () => {
    const question = (title: string, position: number, next = '') =>
      `---\ntitle: ${title}인가요?\nsidebar_label: ${title}\nsidebar_position: ${position}\ndifficulty: 심화\n${next}---\n\n답\n\n## 꼬꼬무\n\n### 또요? {#again}\n\n답\n\n## 더 읽기\n`;
    const next = 'next:\n  - third.md\n  - fourth.md\n';
    const pages = {
      'first.md': question('하나', 11),
      'second.md': question('둘', 12, next),
      'third.md': question('셋', 13),
      'fourth.md': question('넷', 14, 'next:\n  - first.md\n'),
    };
    for (const [file, text] of Object.entries(pages)) {
      await writeFile(path.join(siteDir, 'docs', file), text);
    }
    const cardOf = async (file: keyof typeof pages) =>
      outline(
        await transform(pages[file], [followUps, [nextQuestions, context()]], `docs/${file}`),
      );
    assert.match(
      await cardOf('second.md'),
      /FollowUpAnswer\[.*?\]\] blockquote\[paragraph\["여기까지.*?"\] paragraph\[link\["셋인가요\?"\] " " emphasis\["심화 · 꼬리 1개"\]\] list\[listItem\[paragraph\[link\["넷인가요\?"\]\]\]\] paragraph\["이전 질문: " link\["하나"\]\]\] heading\["더 읽기"\]/,
    );
    assert.match(await cardOf('fourth.md'), /paragraph\[link\["하나인가요\?"\]/);
    for (const file of Object.keys(pages)) {
      await rm(path.join(siteDir, 'docs', file));
    }
  });

  it('확인한 답에는 면접 답변의 끝에 언제 무엇과 견주었는지 적고, 고친 답에는 적지 않는다', async () => {
    const box = (answer: string) => `:::interview-answer\n\n${answer}\n\n:::\n`;
    const text = `---\ntitle: 왜요?\ndifficulty: 기본\n---\n\n${box('답')}\n## 꼬꼬무\n\n### 또요? {#again}\n\n${box('꼬리')}`;
    const hashes = answersOf(contentPage('docs', parsePage('docs/f.md', text))).map(hashOfAnswer);
    await writeFile(
      path.join(siteDir, 'docs/verified.yaml'),
      ['f', 'f#again']
        .map(
          (id, index) =>
            `- {id: ${id}, date: 2026-11-28, products: [Docker 29], hash: "${hashes[index]}"}\n`,
        )
        .join(''),
    );
    const plugins: PluggableList = [interviewAnswer, [verification, context()], followUps];
    const marks = async (page: string) => {
      const root = await transform(page, plugins, 'docs/f.md');
      return outline(root).match(/"(답|꼬리|새 답)"\] paragraph\["확인[^"]*"\]/g);
    };
    const line = 'paragraph["확인 2026-11 · Docker 29"]';
    assert.deepEqual(await marks(text), [`"답"] ${line}`, `"꼬리"] ${line}`]);
    assert.deepEqual(await marks(text.replace('답\n\n:::', '새 답\n\n:::')), [`"꼬리"] ${line}`]);
  });

  it('다시 실행한 명령 아래에는 표시를 두고, 명령이나 결과를 고치면 두지 않는다', async () => {
    const text = '## 해 보기 {#try}\n\n```bash rerun\nuname\n```\n\n```text\nLinux\n```\n';
    const {hash} = experimentsIn(parsePage('docs/r.md', text).root)[0]?.steps[0] ?? {hash: ''};
    await writeFile(path.join(siteDir, 'data/rerun.yaml'), `- {id: "${hash}", at: r#try}\n`);
    const plugins: PluggableList = [[reruns, context()], code];
    const marked = async (page: string) =>
      /Code\([^[]*\)\[\] paragraph\["매주 다시 실행"\] Code/.test(
        outline(await transform(page, plugins, 'docs/r.md')),
      );
    assert.equal(await marked(text), true);
    assert.equal(await marked(text.replace('uname', 'uname -s')), false);
    assert.equal(await marked(text.replace('Linux', 'linux')), false);
  });

  it('지난 버전의 그 자리에, 나중에 바로잡은 것을 가장 새로운 글로 이어 보인다', async () => {
    const entry = (id: string, at: string, corrected: string) =>
      `- {id: ${id}, title: ${id} 고침, of: "1.0", in: "${corrected}", at: "${at}", said: 가, right: 나, why: 다, see: a.md}\n`;
    await writeFile(
      path.join(siteDir, 'data/corrections.yaml'),
      entry('c1', 'g#wall', '2.0') + entry('c2', 'g#wall', '3.0') + entry('c3', 'g', '2.0'),
    );
    await mkdir(path.join(siteDir, 'versioned_docs/version-2.0'), {recursive: true});
    const text = '---\ntitle: 지\n---\n\n글\n\n## 벽 {#wall}\n\n여섯입니다.';
    const plugins: PluggableList = [[laterCorrections, context()]];
    const root = await transform(text, plugins, 'versioned_docs/version-1.0/g.md');
    assert.equal(
      outline(root),
      'root[yaml[] paragraph["나중에 바로잡은 설명: " link["c3 고침"]] paragraph["글"] heading["벽 {#wall}"] ' +
        'paragraph["나중에 바로잡은 설명: " link["c1 고침"] ", " link["c2 고침"]] paragraph["여섯입니다."]]',
    );
    const addresses: string[] = [];
    visit(root, 'link', ({url}) => void addresses.push(url));
    assert.deepEqual(addresses, [
      '/docs/corrections/#c3',
      '/docs/corrections/#c1',
      '/docs/next/corrections/#c2',
    ]);
    const working = await transform(text, plugins, 'docs/g.md');
    assert.doesNotMatch(outline(working), /바로잡은/);
  });

  it('코드를 빌드 때 칠하고, 모르는 언어는 글자 그대로 둔다', async () => {
    const root = await transform('```bash\ndocker run --rm\n```\n\n```none\n<b>\n```', [code]);
    assert.match(outline(root), /<span class="token function">docker<\/span>/);
    assert.match(outline(root), /Code\(html=&#60;b&#62;\)/);
  });
});
