import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {findingsOf} from './checkContent.ts';
import {exampleContent} from './exampleContent.ts';
import {mendText} from './mendContent.ts';
import {rules} from './rules/index.ts';

const file = 'docs/docker/a.md';

async function mended(text: string): Promise<string> {
  const findings = await findingsOf(exampleContent({[file]: text}), rules);
  const after = mendText(
    text,
    findings.filter((finding) => finding.file === file),
  );
  return after === text ? text : mended(after);
}

describe('스스로 고치기', () => {
  for (const [name, before, after] of [
    ['철자', '메세지를 확인해주세요.', '메시지를 확인해 주세요.'],
    ['한 줄에 둘', '**메세지**와 메세지, 갯수입니다.', '**메시지**와 메시지, 개수입니다.'],
    ['글머리', '---\ntitle: 역활은 뭐에요?\n---\n', '---\ntitle: 역할은 뭐예요?\n---\n'],
    ['코드', '`--priviledged`입니다.', '`--privileged`입니다.'],
    ['할수있', '그렇게 할수있습니다.', '그렇게 할 수 있습니다.'],
    ['풀어쓴 한글과 BOM', `\ufeff${'가나다'.normalize('NFD')}\r\n라`, '가나다\r\n라'],
    ['보이지 않는 문자', '글\u200b자\u00a0끝 \uff44입니다.', '글자 끝 d입니다.'],
    ['사람이 볼 것', 'dосker와 커널을 함께 쓴다.', 'dосker와 커널을 함께 쓴다.'],
    [
      '따옴표와 주소',
      '“메세지”와 [글](https://example.com/메세지)',
      '“메세지”와 [글](https://example.com/메세지)',
    ],
  ] as const) {
    it(`${name}: 그 자리만 바꾼다`, async () => {
      assert.equal(await mended(before), after);
    });
  }
});
