import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {asciiId} from '../asciiId.ts';
import {readContentModel} from '../../content-model/model.ts';
import {parseReferences, referencesFile} from '../../content-model/references.ts';
import {importNote, startImport, type Import} from './index.ts';
import {lostContent} from './lostContent.ts';
import {readNote} from './readNote.ts';

const note = path.join(repositoryRoot, 'tests/contributing/notes/Process & Thread.md');

describe('노트 가져오기', () => {
  let imported: Import;
  let text = '';
  before(async () => {
    imported = await importNote(
      note,
      await startImport(repositoryRoot, 'docs/new-questions', '2026-11-24'),
    );
    text = String(imported.files.get(imported.page));
  });

  it('노트의 이름으로 글을, 글의 이름으로 그림을 둔다', () => {
    assert.deepEqual(
      [...imported.files.keys()],
      [
        'docs/new-questions/process-thread.md',
        'docs/new-questions/img/process-thread-1.png',
        referencesFile,
      ],
    );
  });

  it('첫 💡은 제목, 다음 💡은 본문의 제목, 📑과 🐍는 꼬리질문과 꼬꼬무가 된다', () => {
    assert.match(
      text,
      /^---\ntitle: 프로세스와 스레드의 차이를 설명해 주세요\.\ndescription: 프로세스는 실행 중인 프로그램입니다\.\nsidebar_label: 프로세스\n/,
    );
    assert.deepEqual(text.match(/^#+ .*(?= \{#[a-z0-9-]+\}$)/gm), [
      '## 두 번째 질문은 무엇인가요?',
      '### 깊은 제목',
      '## 꼬리질문',
      '### 왜 스레드를 쓰나요?',
      '## 꼬꼬무',
      '### 꼬꼬무 1',
      '### PCB가 뭐에요?',
      '#### 담는 것',
      '## 더 읽기',
    ]);
  });

  it('HTML은 Markdown이 되고, 코드는 그대로 남는다', () => {
    assert.match(text, /\| 메모리 +\| 독립 \*\*공간\*\* \|/);
    assert.match(text, /\*\*더 자세히\*\*\n\n- 문맥 교환은 \*비쌉니다\*\./);
    assert.match(text, /```c\+\+\nint main\(\) \{ return 0; \} \/\/ \{id\}\n```/);
    assert.match(text, /\*\*컨테이너\(container\)\*\*는/);
    assert.doesNotMatch(text, /<\/?(br|p|img|table|script|details)/);
  });

  it('그림과 링크를 빠짐없이 옮기거나 무엇을 못 옮겼는지 알린다', () => {
    assert.match(text, /!\[\(여기에 그림 설명을 적어 주세요\)\]\(\.\/img\/process-thread-1\.png\)/);
    assert.match(text, /\[바깥\]\(https:\/\/example\.com\/a\?b=1\)/);
    const remarks = imported.remarks.map(({message}) => message).join('\n');
    for (const expected of [
      /img\/없음\.png \(파일이 없습니다\)/,
      /img\/100%\.png \(파일이 없습니다\)/,
      /다른 노트 \(\.\/OS\.md\)/,
      /나쁜 링크 \(javascript:alert\(1\)\)/,
      /HTML 주석을 뺐습니다: 숨긴 주석/,
      /<script>은 글에 쓸 수 없어/,
      /"꼬꼬무 1"의 답이 비어 있습니다/,
    ]) {
      assert.match(remarks, expected);
    }
    assert.doesNotMatch(remarks, /옮기지 못한 글/);
  });

  it('출처를 data/references.yaml에 맞게 더하고, 이미 있는 주소는 그 키를 쓴다', () => {
    const {entries, findings} = parseReferences(String(imported.files.get(referencesFile)));
    assert.deepEqual(findings, []);
    assert.deepEqual(entries.get('a-tistory-os'), {
      id: 'a-tistory-os',
      type: 'post-weblog',
      title: '[OS] 프로세스',
      author: 'a',
      'container-title': '티스토리',
      URL: 'https://a.tistory.com/1',
      accessed: '2026-11-24',
      language: 'ko',
    });
    assert.match(
      text,
      /- \[@a-tistory-os\]\n- \[@en-wikipedia-org-process-computing\]\n- \[@ibm-virtualization\]\n- 책: 운영체제 10판\n$/,
    );
  });

  it('글이 빠지면 알아챈다', () => {
    const {html} = readNote('## 💡 질문?\n\n첫 문장입니다. **둘째** 문장입니다.');
    const accounted = {texts: ['질문?'], addresses: []};
    assert.deepEqual(lostContent(html, '첫 문장입니다. 둘째 문장입니다.', accounted), []);
    assert.deepEqual(lostContent(html, '첫 문장입니다. 문장입니다.', accounted), ['글: 둘째']);
  });

  describe('어지럽게 쓴 노트', () => {
    let folder = '';
    before(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'kkori-note-'));
    });
    after(() => rmSync(folder, {recursive: true}));

    const importText = async (noteText: string, name = 'Note.md', into = 'docs/docker') => {
      writeFileSync(path.join(folder, name), noteText);
      const target = await startImport(repositoryRoot, into, '2026-11-24');
      const {files, page, remarks, references} = await importNote(path.join(folder, name), target);
      return {
        page,
        references,
        text: String(files.get(page)),
        remarks: remarks.map(({message}) => message).join('\n'),
      };
    };

    it('태그처럼 보이는 글은 코드로 남고, 그 뒤의 글을 삼키지 않는다', async () => {
      const {text, remarks} = await importText(
        '## 💡 List<Object>란?\n<style> 은 모양이고 Map<K, V>와 <? super T>도 있습니다.\n\n남을 글입니다.\n\n## 📑 꼬리질문\n### <script>는 왜 멈추나요?\n{id}와 &lt;T&gt;입니다.',
      );
      assert.match(text, /^title: List〈Object〉란\?$/m);
      assert.match(text, /^`<style>` 은 모양이고 `Map<K, V>`와 `<\? super T>`도 있습니다\.$/m);
      assert.match(text, /^남을 글입니다\.$/m);
      assert.match(text, /^### `<script>`는 왜 멈추나요\?/m);
      assert.match(text, /^`\{id\}`와 `<T>`입니다\.$/m);
      assert.doesNotMatch(remarks, /옮기지 못한 글|뺐습니다/);
    });

    it('수식은 코드가 되어 한 글자도 바뀌지 않는다', async () => {
      const {text} = await importText(
        '## 💡 식은?\n값 $\\theta_i$와 $5, $6, `$a_1$`입니다.\n\n- 식\n  $$\n  x_i = \\{1 \\\\ |y_i|\\}\n  $$\n\n$$e^{i\\pi}$$',
      );
      assert.ok(text.includes('값 `\\theta_i`와 $5, $6, `$a_1$`입니다.'));
      assert.ok(text.includes('  ```latex\n  x_i = \\{1 \\\\ |y_i|\\}\n  ```'));
      assert.ok(text.includes('\n```latex\ne^{i\\pi}\n```'));
    });

    it('각주는 괄호에, 표의 넘친 칸은 새 열에, 칸 안의 여러 줄은 한 줄에 둔다', async () => {
      const {text} = await importText(
        '## 💡 표는?\n글[^1]입니다. <u>밑줄</u>과\n\n[^1]: 설명\n\n|가|\n|-|\n|나|다|\n\n<table><tr><th>가</th></tr><tr><td><p>나</p><ul><li>다</li></ul></td></tr></table>',
      );
      assert.match(text, /^글\(설명\)입니다\. \*밑줄\*과$/m);
      assert.match(text, /^\| 나 +\| 다 +\|$/m);
      assert.match(text, /^\| +나 +다 +\|$/m);
    });

    it('보이지 않던 것은 무엇을 뺐는지 알린다', async () => {
      const {remarks, text} = await importText(
        '---\ntag: os\n---\n## 💡 뺀 것은?\n<iframe src="https://example.com/v"></iframe>\n<script>alert(1)</script>\n\n[a]: https://example.com/unused',
      );
      assert.match(remarks, /노트의 글머리를 뺐습니다: tag: os/);
      assert.match(remarks, /<script>은 글에 쓸 수 없어 뺐습니다: alert\(1\)/);
      assert.match(remarks, /쓰이지 않은 링크를 뺐습니다: https:\/\/example\.com\/unused/);
      assert.match(text, /<https:\/\/example\.com\/v>/);
    });

    it('빌드를 멈추는 제목, 주소, 다이어그램, 파일 이름을 고친다', async () => {
      const {page, text, remarks} = await importText(
        '# Docker\n주소는 http://localhost:3000/a 입니다.\n\n```mermaid\npie\n```\n\n## www.example.com에 가면?\n',
        'Docker.md',
      );
      assert.equal(page, 'docs/docker/docker-note.md');
      assert.match(text, /^title: Docker에 대해 설명해 주세요\.$/m);
      assert.match(remarks, /제목을 질문으로 고쳐 적었습니다/);
      assert.match(text, /`http:\/\/localhost:3000\/a`/);
      assert.match(text, /```text\npie/);
      assert.match(remarks, /언어를 text에서 mermaid로/);
      assert.match(text, /^## `www\.example\.com`에 가면\?/m);
    });

    it('출처 목록의 글, 그림, 겹치는 제목을 잃지 않는다', async () => {
      const {text, remarks, references} = await importText(
        '## 💡 출처는?\n## 📚 Reference\n📄https://example.com/1  \n- [블로그 - 가](https://example.com/2) 12쪽\n- [블로그 - 나](https://example.com/2)\n- [책 - 다]\n- ![표지](cover.png)',
      );
      assert.deepEqual(
        references.map(({URL}) => URL),
        ['https://example.com/1', 'https://example.com/2'],
      );
      assert.match(text, /- \[@[a-z0-9-]+\] 12쪽\n- \\\[책 - 다\]\n- 표지 \(cover\.png\)\n$/);
      assert.match(remarks, /주소가 같은 출처 [a-z0-9-]+로 대신했습니다: 블로그 - 나/);
    });
  });

  describe('읽을 수 없는 노트', () => {
    let folder = '';
    before(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'kkori-note-'));
      mkdirSync(path.join(folder, 'folder.md'));
      writeFileSync(path.join(folder, 'euc-kr.md'), Buffer.from([0x23, 0x20, 0xb0, 0xa1]));
    });
    after(() => rmSync(folder, {recursive: true}));

    for (const [name, message] of [
      ['none.md', /노트가 없습니다/],
      ['folder.md', /노트를 읽을 수 없습니다/],
      ['euc-kr.md', /UTF-8로 적혀 있지 않습니다/],
    ] as const) {
      it(name, async () => {
        await assert.rejects(
          importNote(
            path.join(folder, name),
            await startImport(repositoryRoot, 'docs', '2026-11-24'),
          ),
          message,
        );
      });
    }
  });
});

describe('영문 id', () => {
  const glossary = readContentModel(repositoryRoot).glossary.entries;
  for (const [text, id] of [
    ['컨테이너의 네임스페이스는 무엇인가요?', 'container-namespace'],
    ['도커 데몬이 뭐예요?', 'docker-daemon-mwoyeyo'],
    ['왜 그런가요?', 'geureongayo'],
    ['🤔', 'question'],
    ['2PC는 왜 느린가요?', 'pc-neuringayo'],
  ] as const) {
    it(`${text} → ${id}`, () => {
      assert.equal(asciiId(text, glossary, new Set()), id);
    });
  }

  it('이미 쓴 id에는 번호를 붙인다', () => {
    assert.equal(asciiId('🤔', glossary, new Set(['question', 'question-2'])), 'question-3');
  });
});
