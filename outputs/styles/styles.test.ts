import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {usedStyles} from './usedStyles.ts';

const left = (css: string, classes: string[] = [], scripts = '') =>
  usedStyles(css, {classes: new Set(classes), scripts});

describe('쓰는 스타일만', () => {
  it('어느 페이지에도 없는 class의 규칙을 뺀다', () => {
    assert.equal(left('.card{a:b}p{c:d}.tabs:hover p{e:f}'), 'p{c:d}');
    assert.equal(left('.card .menu{a:b}', ['menu']), '');
  });

  it('선택자 가운데 하나라도 쓰이면 그것을 남긴다', () => {
    assert.equal(left('.card,.menu{a:b}', ['menu']), '.menu{a:b}');
  });

  it(':is(), :not(), :where(), :has() 안의 class를 바라지 않는다', () => {
    for (const css of [
      '.menu:is(.open,.closed){a:b}',
      '.menu:not(.open){a:b}',
      ':where(.card:not(.open)) p{a:b}',
      'p:has(>.card){a:b}',
    ]) {
      assert.equal(left(css, ['menu']), css);
    }
  });

  it('스크립트가 적은 이름과, 이어 붙일 이름의 앞부분을 남긴다', () => {
    const css = '.open{a:b}.grade-good{c:d}.card{e:f}';
    assert.equal(left(css, [], 'x.className="open";`grade-${g}`'), '.open{a:b}.grade-good{c:d}');
  });

  it('이스케이프한 이름과 속성의 값을 안다', () => {
    const css = '.a\\:b{a:b}[href=".card"]{c:d}';
    assert.equal(left(css, ['a:b']), css);
  });

  it('@keyframes는 남기고, 빈 @media는 뺀다', () => {
    assert.equal(
      left('@keyframes x{from{a:b}to{c:d}}@media print{.card{a:b}}'),
      '@keyframes x{from{a:b}to{c:d}}',
    );
  });

  it('읽지 않는 변수를 빼고, 읽는 것과 스크립트가 읽는 것을 남긴다', () => {
    assert.equal(
      left(':root{--a:1;--b:var(--a);--c:2;--d:3}p{x:var( --c)}', [], 'get("--d")'),
      ':root{--c:2;--d:3}p{x:var( --c)}',
    );
  });
});
