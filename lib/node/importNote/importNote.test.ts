import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {repositoryRoot} from '../repositoryRoot.ts';
import {asciiId} from '../asciiId.ts';
import {readGlossary} from '../glossary.ts';
import {parseReferences, referencesFile} from '../references.ts';
import {importNote, type Import} from './index.ts';
import {lostText} from './lostText.ts';
import {readNote} from './readNote.ts';

const note = path.join(repositoryRoot, 'tests/contributing/notes/Process & Thread.md');

describe('노트 가져오기', () => {
  let imported: Import;
  let text = '';
  before(async () => {
    imported = await importNote(note, {
      root: repositoryRoot,
      folder: 'docs/new-questions',
      today: '2026-11-24',
    });
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
    assert.match(text, /\*\*더 자세히\*\*\n\n- 문맥 교환은 _비쌉니다_\./);
    assert.match(text, /```c\+\+\nint main\(\) \{ return 0; \} \/\/ \{id\}\n```/);
    assert.match(text, /\*\*컨테이너\(container\)\*\*는/);
    assert.doesNotMatch(text, /<\/?(br|p|img|table|script|details)/);
  });

  it('그림과 링크를 빠짐없이 옮기거나 무엇을 못 옮겼는지 알린다', () => {
    assert.match(text, /!\[여기에 그림 설명을 적어 주세요\]\(\.\/img\/process-thread-1\.png\)/);
    assert.match(text, /\[바깥\]\(https:\/\/example\.com\/a\?b=1\)/);
    const remarks = imported.remarks.join('\n');
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
    const {root} = readNote('## 💡 질문?\n\n첫 문장입니다. **둘째** 문장입니다.');
    assert.deepEqual(lostText(root, '첫 문장입니다. 둘째 문장입니다.', ['질문?']), []);
    assert.deepEqual(lostText(root, '첫 문장입니다. 문장입니다.', ['질문?']), ['둘째']);
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
          importNote(path.join(folder, name), {
            root: repositoryRoot,
            folder: 'docs',
            today: '2026-11-24',
          }),
          message,
        );
      });
    }
  });
});

describe('영문 id', () => {
  const glossary = readGlossary(repositoryRoot).entries;
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
