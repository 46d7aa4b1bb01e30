import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {zipSync, type Zippable} from 'fflate';

import {limits, readSiteArchive} from './siteArchive.ts';

const text = (content: string) => Buffer.from(content);
const zip = (files: Zippable) => Buffer.from(zipSync({'index.html': text('<p>집'), ...files}));

/** Changes bytes of every entry in the directory of an archive: `change` gets the entry's start. */
function tamper(archive: Buffer, change: (copy: Buffer, entry: number) => void): Buffer {
  const copy = Buffer.from(archive);
  for (let at = 0; (at = copy.indexOf('PK\x01\x02', at, 'latin1')) !== -1; at += 4) {
    change(copy, at);
  }
  return copy;
}

const unix = (mode: number): Zippable => ({
  'assets/a.js': [text('/etc/passwd'), {os: 3, attrs: mode << 16}],
});

describe('풀 리퀘스트가 만든 사이트의 zip', () => {
  it('보통 사이트를 바이트까지 그대로 풀고, 폴더의 항목은 지나친다', () => {
    const font = Buffer.from(Array.from({length: 5000}, (_, index) => index % 251));
    const site = readSiteArchive(
      zip({
        'docs/next/virtualization/index.html': text('글'.repeat(2000)),
        'docs/': text(''),
        'assets/f-1.2_3~.woff2': [font, {level: 0}],
        'pdf/1.0.pdf': font,
        _headers: text('/*'),
        'assets/a.js': [text(''), {os: 3, attrs: 0o100644 << 16}],
      }),
    );
    assert.deepEqual([...site.keys()].sort(), [
      '_headers',
      'assets/a.js',
      'assets/f-1.2_3~.woff2',
      'docs/next/virtualization/index.html',
      'index.html',
      'pdf/1.0.pdf',
    ]);
    assert.deepEqual(site.get('assets/f-1.2_3~.woff2'), font);
    assert.deepEqual(site.get('pdf/1.0.pdf'), font);
    assert.equal(site.get('docs/next/virtualization/index.html')?.toString(), '글'.repeat(2000));
  });

  for (const name of [
    '../evil.html',
    'docs/../../evil.html',
    '/etc/evil.html',
    'C:/evil.html',
    'docs\\..\\evil.html',
    './index.html',
    '_worker.js',
    'docs/_worker.js/index.js',
    'docs/_headers',
    'docs//a.html',
    '.git/hooks/a.html',
    '.github/workflows/a.json',
    'docs/.hidden.html',
    'docs/..html',
    'CNAME',
    'run.sh',
    'a.exe',
    'a.php',
    'a.html.sh',
    'LICENSE',
    'assets/a b.js',
    'assets/a\n.js',
    'assets/\u202Esj.a.js',
    'assets/한글.js',
    'assets/a\u0000.js',
    'assets/a%2e%2e.js',
    `${'a/'.repeat(120)}a.js`,
  ]) {
    it(`받지 않는 이름: ${JSON.stringify(name.slice(0, 40))}`, () => {
      assert.throws(
        () => readSiteArchive(zip({[name]: text('나쁨')})),
        /받지 않는 경로입니다|모르는 종류의 파일입니다/,
      );
    });
  }

  for (const [name, mode] of [
    ['심볼릭 링크', 0o120777],
    ['폴더인 척하는 파일', 0o040755],
    ['장치', 0o020666],
    ['파이프', 0o010666],
  ] as const) {
    it(`${name}를 받지 않는다`, () => {
      assert.throws(() => readSiteArchive(zip(unix(mode))), /보통 파일이 아닙니다/);
    });
  }

  for (const [name, archive, message] of [
    ['zip이 아닌 것', Buffer.from('<html>'.repeat(100)), /zip이 아닙니다/],
    ['빈 것', Buffer.alloc(0), /zip이 아닙니다/],
    ['첫 화면이 없는 것', Buffer.from(zipSync({'a.html': text('')})), /index\.html이 없습니다/],
    [
      '대소문자만 다른 두 파일',
      zip({'assets/a.js': text('1'), 'assets/A.js': text('2')}),
      /같은 이름이 두 번/,
    ],
    ['파일 아래의 파일', zip({'a.js': text('1'), 'a.js/b.js': text('2')}), /파일 아래에 파일/],
    [
      '암호를 건 것',
      tamper(zip({}), (copy, at) => copy.writeUInt16LE(1, at + 8)),
      /풀 수 없는 형식/,
    ],
    [
      '모르는 압축',
      tamper(zip({}), (copy, at) => copy.writeUInt16LE(99, at + 10)),
      /풀 수 없는 형식/,
    ],
    [
      '크기를 줄여 말하는 폭탄',
      tamper(zip({'a.html': Buffer.alloc(5_000_000)}), (copy, at) =>
        copy.writeUInt32LE(10, at + 24),
      ),
      /깨졌습니다/,
    ],
    ['합이 다른 것', tamper(zip({}), (copy, at) => copy.writeUInt32LE(1, at + 16)), /깨졌습니다/],
    [
      '내용이 밖을 가리키는 것',
      tamper(zip({}), (copy, at) => copy.writeUInt32LE(0x7fffffff, at + 42)),
      /깨졌습니다/,
    ],
    [
      'ZIP64인 척하는 것',
      tamper(zip({}), (copy, at) => copy.writeUInt32LE(0xffffffff, at + 24)),
      /풀면 너무 큽니다/,
    ],
    ['목록이 잘린 것', zip({}).subarray(40), /깨졌습니다|zip이 아닙니다/],
  ] as const) {
    it(`받지 않는다: ${name}`, () => {
      assert.throws(() => readSiteArchive(archive), message);
    });
  }

  it('너무 큰 것, 풀면 너무 큰 것, 파일이 너무 많은 것을 받지 않는다', () => {
    const site = zip({'a.html': Buffer.alloc(2000), 'b.html': Buffer.alloc(2000)});
    const most = (changed: Partial<typeof limits>) => () =>
      readSiteArchive(site, {...limits, ...changed});
    assert.throws(most({archiveBytes: 100}), /압축 파일이 너무 큽니다/);
    assert.throws(most({fileBytes: 1999}), /풀면 너무 큽니다/);
    assert.throws(most({totalBytes: 3000}), /풀면 너무 큽니다/);
    assert.throws(most({files: 2}), /파일이 너무 많습니다/);
    assert.doesNotThrow(most({}));
  });
});
