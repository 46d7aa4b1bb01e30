import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {compactContent} from './compactContent.ts';
import {parseContent, writeContent, type Operation} from './contentStream.ts';
import {joinMarks} from './joinMarks.ts';
import {simplifyPaths} from './simplifyPaths.ts';

const rewritten = (content: string, rewrite: (operations: Operation[]) => Operation[]) =>
  writeContent(rewrite(parseContent(content))).replaceAll('\n', ' ');

describe('PDF 한 쪽의 내용 줄이기', () => {
  it('이어지는 글은 한 글자 묶음으로, 바뀐 색과 자리만 적는다', () => {
    assert.equal(
      rewritten(
        `0 0 0 RG 0 0 0 rg BT /F6 13.6000004 Tf 1 0 0 -1 0 50 Tm [<06>] TJ ET
         0 0 0 RG 0 0 0 rg BT /F6 13.6000004 Tf 1 0 0 -1 0 73 Tm [<1a>] TJ ET`,
        compactContent,
      ),
      'BT /F6 13.6 Tf 1 0 0 -1 0 50 Tm [<06>] TJ 0 -23 Td [<1a>] TJ ET',
    );
  });

  it('태그는 글자 묶음과 엇갈리지 않고, Q 뒤에는 q 앞의 색으로 돌아간다', () => {
    assert.equal(
      rewritten(
        `/P <</MCID 0 >> BDC .5 .5 .5 rg 0 0 9 1 re f BT /F1 9 Tf 1 0 0 -1 0 8 Tm (a) Tj ET EMC
         q 1 0 0 rg /P <</MCID 1 >> BDC BT 1 0 0 -1 9 8 Tm (b) Tj ET EMC Q
         .5 .5 .5 rg BT 1 0 0 -1 0 20 Tm (c) Tj ET`,
        compactContent,
      ),
      '/P <</MCID 0 >> BDC .5 g 0 0 9 1 re f BT /F1 9 Tf 1 0 0 -1 0 8 Tm (a) Tj ET EMC ' +
        'q BT /P <</MCID 1 >> BDC 1 0 0 rg 1 0 0 -1 9 8 Tm (b) Tj EMC ET Q ' +
        'BT 1 0 0 -1 0 20 Tm (c) Tj ET',
    );
  });

  it('색은 길을 그리기 시작하기 앞에 적는다', () => {
    assert.equal(
      rewritten('1 0 0 RG 0 1 0 rg 0 0 m 9 9 l 9 0 l S', compactContent),
      '1 0 0 RG 0 0 m 9 9 l 9 0 l S',
    );
  });

  it('반으로 나뉜 곡선은 하나로, 채운 네모는 네모로 적고, 모양이 다르면 그대로 둔다', () => {
    assert.equal(
      rewritten('0 0 m 10 0 20 5 30 10 c 40 15 50 20 60 20 c S', simplifyPaths),
      '0 0 m 20 0 40 20 60 20 c S',
    );
    const corner = '0 0 m 10 0 20 0 30 0 c 30 10 30 20 30 30 c S';
    assert.equal(rewritten(corner, simplifyPaths), corner);
    assert.equal(
      rewritten('4 6 m 8 6 l 8 7 l 4 7 l 4 8 m 4 12 l 5 12 l 5 8 l f', simplifyPaths),
      '4 6 4 1 re 4 12 1 -4 re f',
    );
    const open = '4 6 m 8 6 l 8 7 l 4 7 l S';
    assert.equal(rewritten(open, simplifyPaths), open);
  });

  it('한 그림의 글자와 선은 태그 하나로 묶고, 다른 글 사이의 선은 그대로 둔다', () => {
    const element = (role: string) => ({role}) as never;
    const [figure, paragraph] = [element('Figure'), element('P')];
    const content =
      '/S <</MCID 0 >> BDC (a) Tj EMC /Artifact BMC f EMC /S <</MCID 1 >> BDC (b) Tj EMC';
    const join = (owner: never) => {
      const {operations, joined} = joinMarks(parseContent(content), () => owner);
      return [writeContent(operations).replaceAll('\n', ' '), [...joined]];
    };
    assert.deepEqual(join(figure), ['/S <</MCID 0 >> BDC (a) Tj f (b) Tj EMC', [1]]);
    assert.deepEqual(join(paragraph), [content, []]);
  });
});
