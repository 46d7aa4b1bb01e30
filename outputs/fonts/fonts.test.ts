import assert from 'node:assert/strict';
import {mkdtemp, mkdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';

import {toHtml} from 'hast-util-to-html';

import {parseHtml} from '../../lib/node/parseHtml.ts';
import {faces} from '../../lib/node/typeface.ts';
import {builtPage} from '../builtSite.ts';
import type {OutputFile} from '../output.ts';
import {charactersByWeight, charactersOfScript} from './charactersByWeight.ts';
import fonts from './fonts.ts';
import {namesInBold} from './namesInBold.ts';
import {namesOfWoff2, readWoff2} from './readWoff2.ts';
import {subsetFace} from './subsetFace.ts';

const boldOf = (styles: string) =>
  [...namesInBold([styles])].filter((name) => !namesInBold([]).has(name));
const text = (characters: Iterable<string>) => [...characters].sort().join('');

describe('굵게 쓰는 이름', () => {
  it('스타일시트가 굵게 하는 요소와 클래스를, 변수와 상태까지 따라가 안다', () => {
    assert.deepEqual(boldOf(':root{--b:700}.a{font-weight:var(--b)}.c{font-weight:400}'), ['.a']);
    assert.deepEqual(boldOf('.a{color:red;font:var(--b)1rem/1.4 serif}:root{--b:bold}'), ['.a']);
    assert.deepEqual(boldOf('@media print{.m .a > dt{font-weight:600}}'), ['dt']);
    assert.deepEqual(boldOf('.code :is(.keyword,.builtin){font-weight:700}'), [
      '.keyword',
      '.builtin',
    ]);
    assert.deepEqual(boldOf('.link--active{font-weight:700}'), ['.link']);
    assert.deepEqual(boldOf('a:not(.plain){font-weight:700}.b{font-weight:500}'), ['a']);
  });
});

describe('보이는 글자', () => {
  const shown = (html: string, styles = '') => {
    const {regular, bold} = charactersByWeight([parseHtml(html)], [styles]);
    return [text(regular), text(bold)];
  };

  it('굵은 요소 안의 글자만 굵은 글꼴에 넣고, 모두를 보통 글꼴에 넣는다', () => {
    assert.deepEqual(
      shown('<p>가<b>나<i>다</i></b><span class="t">라</span>', '.t{font-weight:700}'),
      ['가나다라', '나다라'],
    );
  });

  it('접힌 것은 펼칠 수 있으므로 넣고, 숨긴 것과 스크립트와 제목 표시줄은 넣지 않는다', () => {
    assert.deepEqual(
      shown(
        '<title>제</title><details><summary>가</summary>나</details><ul hidden><li>다</ul>' +
          '<script>"라"</script><template>마</template><svg><title>바</title><text>사</text></svg>',
      ),
      ['가나사', ''],
    );
  });

  it('그림의 대체 글, 입력 칸의 안내, 스타일시트가 쓰는 글자를 넣고, 풀어 쓴 자모는 모아서 본다', () => {
    assert.deepEqual(
      shown(
        `<img alt=가><input placeholder=나>${'다'.normalize('NFD')}`,
        '.q::after{content:"»\\2192 "}',
      ),
      ['»→가나다', '»→'],
    );
  });

  it('스크립트가 쓸 글자를 이스케이프까지 읽고, 입력기의 자모 표는 넣지 않는다', () => {
    assert.equal(
      text(charactersOfScript(String.raw`a("복\uc0AC…\u{2192}\xab",/[ㄱ-ㅎ\u1100]/)`)),
      text('복사…→«'),
    );
  });
});

describe('추린 글꼴', () => {
  it('이름을 바꾸고, 저작권과 라이선스를 남긴다', async () => {
    for (const face of faces) {
      const names = await namesOfWoff2(await subsetFace(face, ['가']));
      const style = face.weight === 400 ? 'Regular' : 'Bold';
      assert.equal(names.get(1), 'Kkori Sans');
      assert.equal(names.get(2), style);
      assert.equal(names.get(4), `Kkori Sans ${style}`);
      assert.equal(names.get(6), `KkoriSans-${style}`);
      assert.match(names.get(0) ?? '', /^Copyright © \d+ Kil Hyung-jin$/);
      assert.match(names.get(13) ?? '', /SIL Open Font License, Version 1\.1/);
      assert.match(names.get(14) ?? '', /^https?:\/\/scripts\.sil\.org\/OFL$/);
      assert.doesNotMatch([...names.values()].join('\n'), /pretendard/i);
    }
  });

  it('같은 글자에서는 차례가 달라도 바이트까지 같고, 다른 글자는 담지 않는다', async () => {
    const [regular] = faces;
    const font = await subsetFace(regular, ['가', '나', '가']);
    assert.ok(font.equals(await subsetFace(regular, ['나', '가'])));
    // The glyph of unknown characters, 가 and 나.
    const {maxp} = Object.fromEntries(await readWoff2(font));
    assert.equal(maxp?.readUInt16BE(4), 3);
  });
});

describe('사이트의 글꼴', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kkori-'));
    await mkdir(path.join(folder, 'assets/css'), {recursive: true});
    await writeFile(path.join(folder, 'assets/css/s.css'), '.t{font-weight:700}');
  });
  after(() => rm(folder, {recursive: true}));

  const make = async (body: string) => {
    const page = builtPage(
      '',
      `<link rel=preload href="/fonts/KkoriSans-Regular.woff2"><style>a{src:url(/fonts/KkoriSans-Bold.woff2)}</style>${body}`,
    );
    const files: OutputFile[] = await fonts.make({
      siteDir: folder,
      folder,
      pages: [page],
      files: new Map([['assets/js/m.js', '"힣"']]),
    });
    return {html: toHtml(page.root), files};
  };

  it('내용에서 나온 이름을 페이지에 적는다', async () => {
    const {html, files} = await make('<p>가');
    const [regular, bold] = files.map(({path: name}) => name);
    assert.match(
      `${regular} ${bold}`,
      /^fonts\/KkoriSans-Regular\.\w{10}\.woff2 fonts\/KkoriSans-Bold\.\w{10}\.woff2$/,
    );
    assert.ok(html.includes(`href="/${regular}"`));
    assert.ok(html.includes(`url(/${bold})`));
  });

  it('굵게 쓰지 않는 글자가 늘어도 굵은 글꼴은 그대로이다', async () => {
    const [before, after] = [await make('<b>가</b>'), await make('<b>가</b><p>나다라')];
    assert.notEqual(after.files[0]?.path, before.files[0]?.path);
    assert.equal(after.files[1]?.path, before.files[1]?.path);
  });
});
