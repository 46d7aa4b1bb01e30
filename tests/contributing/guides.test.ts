import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import packageJson from '../../package.json' with {type: 'json'};
import {findingsOf} from '../../checks/checkContent.ts';
import {exampleContent} from '../../checks/exampleContent.ts';
import {rules} from '../../checks/rules/index.ts';
import {glossaryFile} from '../../content-model/glossary.ts';
import {referencesFile} from '../../content-model/references.ts';
import {searchWordsFile} from '../../content-model/searchWords.ts';
import {sectionsFile} from '../../content-model/sections.ts';
import {tracksFile} from '../../content-model/tracks.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';

const read = (file: string) => readFileSync(path.join(repositoryRoot, file), 'utf8');

describe('안내 문서', () => {
  it('기여 안내의 규칙 표는 checks/rules와 같다', () => {
    const rows = [...read('CONTRIBUTING.md').matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)];
    assert.deepEqual(
      rows.map(([, id, why]) => [id, why]),
      rules.map(({id, why}) => [id, why]),
    );
  });

  it('기여 안내의 나쁜 예는 그 규칙 하나가 잡고, 좋은 예는 아무 규칙도 잡지 않는다', async () => {
    const code = '(`[^`]+`|`` .+ ``)';
    const rows = [
      ...read('CONTRIBUTING.md').matchAll(
        new RegExp(`^\\| ${code} \\| ${code} \\| \`([a-z-]+)\` \\|$`, 'gm'),
      ),
    ];
    assert.ok(rows.length >= 10);
    const rulesAgainst = async (cell = '') => {
      const files = {
        [glossaryFile]: read(glossaryFile),
        [referencesFile]: read(referencesFile),
        'docs/a.md': cell.replace(/^`(?:` )?|(?: `)?`$/g, ''),
      };
      // It is a sentence, no page, and the sources of others are not cited.
      const found = await findingsOf(
        exampleContent(files),
        rules.filter(
          ({id}) =>
            !['content-file', 'front-matter', 'reference-cited', 'section-data'].includes(id),
        ),
      );
      return found.map(({rule}) => rule);
    };
    for (const [, wrong, right, rule] of rows) {
      assert.deepEqual(await rulesAgainst(wrong), [rule], wrong);
      assert.deepEqual(await rulesAgainst(right), [], right);
    }
  });

  it('기여 안내의 본보기 글은 (여기에 …)만 채우면 검사를 통과한다', async () => {
    const [, template = ''] = /^````md\n(.*?)^````$/ms.exec(read('CONTRIBUTING.md')) ?? [];
    const filled = template
      .replace(/^\(여기에 면접.*\)$/gm, '하나입니다. 둘입니다. 셋입니다 [@oci-image-spec].')
      .replace(/\(여기에 [^)]*\)/g, '읽을 만한 글입니다.');
    const files = {
      [glossaryFile]: read(glossaryFile),
      [referencesFile]: read(referencesFile),
      [searchWordsFile]: read(searchWordsFile),
      [`docs/${sectionsFile}`]: read(`docs/${sectionsFile}`),
      [`docs/${tracksFile}`]: read(`docs/${tracksFile}`),
      'docs/docker/what-is-an-image.md': filled,
    };
    const findings = await findingsOf(exampleContent(files), rules);
    assert.deepEqual(
      findings.filter(({rule}) => rule !== 'reference-cited'),
      [],
    );
    assert.notEqual(filled, template);
  });

  it('편집기의 꼬리질문 틀은 (여기에 …)와 id만 채우면 검사를 통과한다', async () => {
    const snippets = JSON.parse(read('.vscode/kkori.code-snippets')) as Record<
      string,
      {body: string | string[]}
    >;
    const expanded = (name: string) =>
      [snippets[name]?.body ?? []]
        .flat()
        .join('\n')
        .replace(/\$\{\d+:([^}]*)\}/g, '$1')
        .replace('여기에 질문을 적어 주세요', '왜요?')
        .replace(/^\(여기에 면접.*\)$/gm, '하나입니다. 둘입니다. 셋입니다 [@oci-image-spec].')
        .replace(/\((?:여기에 )?([^)]*)\)/g, '$1');
    const page = `---\ntitle: 무엇인가요?\ndescription: 글입니다.\nsidebar_position: 1\ndifficulty: 기본\ntracks: [신입 백엔드]\n---\n\n:::interview-answer\n\n하나입니다. 둘입니다. 셋입니다 [@oci-image-spec].\n\n:::\n\n${expanded('다이어그램')}\n## 꼬리질문 {#follow-ups}\n\n${expanded('꼬리질문')}`;
    const files = {
      [referencesFile]: read(referencesFile),
      [`docs/${sectionsFile}`]: read(`docs/${sectionsFile}`),
      [`docs/${tracksFile}`]: read(`docs/${tracksFile}`),
      'docs/docker/what-is-an-image.md': page,
    };
    const findings = await findingsOf(exampleContent(files), rules);
    assert.deepEqual(
      findings
        .filter(({rule}) => rule !== 'reference-cited' && rule !== 'polite-ending')
        .map(({line, message}) => `${line} ${message}`),
      [],
    );
  });

  it('README의 두 명령이 한 줄씩 있고, 말한 npm 스크립트가 모두 있다', () => {
    const readme = read('README.md');
    assert.match(readme, /^npm ci && npm run preview$/m);
    assert.match(readme, /^npm ci && npm test$/m);
    const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? '');
    for (const name of named) {
      assert.ok(name in packageJson.scripts, name);
    }
  });

  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'ARCHITECTURE.md',
    ...readdirSync(path.join(repositoryRoot, 'decisions')).map((name) => `decisions/${name}`),
  ];

  it('안내 문서의 저장소 안 링크가 모두 있는 파일을 가리킨다', () => {
    for (const file of documents) {
      for (const [, target = ''] of read(file)
        .replace(/`[^`\n]*`/g, '')
        .matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
        const place = path.join(repositoryRoot, path.dirname(file), target);
        assert.ok(existsSync(place), `${file}: ${target}`);
      }
    }
  });

  it('안내 문서가 이름을 든 파일과 폴더가 모두 있다', () => {
    const missing = documents.flatMap((file) =>
      missingPaths(read(file)).map((name) => [file, name]),
    );
    assert.deepEqual(missing, []);
    assert.deepEqual(missingPaths('`lib/page.ts` `lib/gone.ts` `docs/없음.md`'), ['lib/gone.ts']);
  });
});

/** Paths in backticks that begin with a folder of the repository and lead nowhere. */
function missingPaths(text: string): string[] {
  return [...text.matchAll(/`((?:[a-z][a-z-]*)\/[\w./@-]*)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => sourceFolders.has(name.split('/')[0] ?? ''))
    .filter((name) => !existsSync(path.join(repositoryRoot, name)));
}

/** Folders of the repository that hold what is written, and not what is made. */
const sourceFolders = new Set(
  readdirSync(repositoryRoot, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && !['build', 'node_modules'].includes(entry.name))
    .map(({name}) => name),
);
