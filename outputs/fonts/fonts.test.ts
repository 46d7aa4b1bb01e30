import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {parseHtml} from '../../lib/node/parseHtml.ts';
import {faces, fontFace} from '../../lib/node/typeface.ts';
import {charactersByWeight, charactersOfScript} from './charactersByWeight.ts';
import {divideCharacters} from './divideCharacters.ts';
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
    const {regular, bold} = charactersByWeight([styles])([parseHtml(html)]);
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

describe('글자를 나눈 것', () => {
  const page = (characters: string) => new Set(characters);

  it('여러 페이지가 보이는 글자는 모두가 함께 받고, 나머지는 묶음마다 제 글자만 받는다', () => {
    // Of twenty-one pages, so that two do not make a character common.
    const many = Array.from({length: 19}, () => page('가'));
    const divided = divideCharacters([[page('가나'), page('나다')], many], [], 'ㅁ', '라나');
    assert.equal(text(divided.shared), 'ㅁ가');
    assert.deepEqual(divided.own.map(text), ['나다', '']);
    assert.equal(text(divided.rest), '나다라');
  });

  it('묶음 밖의 페이지도 세고, 그 글자는 나머지에 있다', () => {
    const outside = [page('나'), ...Array.from({length: 20}, () => page('가'))];
    const {shared, own, rest} = divideCharacters([[page('다')]], outside, '', '');
    assert.equal(text(shared), '가');
    assert.deepEqual(own.map(text), ['다']);
    assert.equal(text(rest), '나다');
  });
});

describe('글꼴의 규칙', () => {
  it('어느 글자에 쓰는지를, 잇단 글자는 묶어 적는다', () => {
    const rule = fontFace('A', faces[1], 'a.woff2', 'swap', ['나', '각', '가', '갂', '가']);
    assert.equal(
      rule,
      '@font-face{font-family:A;font-weight:700;font-display:swap;' +
        'unicode-range:U+ac00-ac02,U+b098;src:url(a.woff2) format("woff2")}',
    );
    assert.doesNotMatch(fontFace('A', faces[0], 'a.woff2', 'optional'), /unicode-range/);
  });
});
