import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {contentPage} from '../../content-model/model.ts';
import {parsePage} from '../../content-model/markdown.ts';
import {rerun, rerunsText} from './rerun.ts';
import {runExperiment} from './runExperiment.ts';
import {differenceOf} from './sameOutput.ts';

const pageOf = (text: string) => contentPage('docs', parsePage('docs/docker/a.md', text));
const canRun = process.platform === 'linux' && process.getuid?.() === 0;

describe('적힌 결과와 다시 실행한 결과 견주기', () => {
  const same: [string, string][] = [
    ['a  b', ' a b'],
    [
      'PID PPID STAT COMMAND\n43 1 Z sleep\n44 43 R ps',
      '  PID PPID STAT COMMAND\n\n7 1 Z sleep\n8 7 S ps',
    ],
    ['NSpid: 20262 1', 'NSpid:\t9\t1'],
    ['uts:[4026531838]\nuts:[4026532177]', 'uts:[1]\nuts:[2]'],
    ['6.18.44-fc-v595\n6.18.44-fc-v595', '6.11.0-1018-azure\n6.11.0-1018-azure'],
    ['-rw- 1 root 3 Nov 24 11:51 a', '-rw- 1 root 3 Dec  1 09:00 a'],
    ['[12801.037237] overlay: no', '[    4.000001] overlay: no'],
    ['000000005fca04f2: 00000002 01 742010 @demo', '00000000aaaaaaaa: 00000002 01 9 @demo'],
    ['eth0@if7 UP fe80::7cfb:a8ff:feaf:7eb6/64', 'eth0@if3 UP fe80::1/64'],
    ['bin … usr …', 'bin etc home usr var'],
    ['…\n끝', '여러\n줄\n끝'],
  ];
  const different: [string, string, {expected: string; actual: string}?][] = [
    ['exit=137', 'exit=139', {expected: 'exit=137', actual: 'exit=139'}],
    ['한 줄', '한 줄\n더', {expected: '(끝)', actual: '더'}],
    ['한 줄\n더', '한 줄', {expected: '더', actual: '(끝)'}],
    ['PID STAT COMMAND\n43 Z sleep', 'PID STAT COMMAND\n43 S sleep'],
    ['PID PPID COMMAND\n43 1 sleep', 'PID PPID COMMAND\n43 42 sleep'],
    ['PID PPID COMMAND\n43 1 sh\n44 43 ps', 'PID PPID COMMAND\n43 1 sh\n44 45 ps'],
    ['uts:[4026531838]\nuts:[4026532177]', 'uts:[1]\nuts:[1]'],
    ['6.18.44-fc\n6.18.44-fc', '6.18.44-fc\n6.19.0-fc'],
    ['SigCgt: 0000000000000000', 'SigCgt: 0000000000000001'],
    ['살아 있음: PID 1', '살아 있음: PID 2'],
    ['v2', 'v1'],
  ];

  for (const [expected, actual] of same) {
    it(`같다: ${JSON.stringify(actual)}`, () => {
      assert.equal(differenceOf(expected, actual), undefined);
    });
  }

  for (const [expected, actual, difference] of different) {
    it(`다르다: ${JSON.stringify(actual)}`, () => {
      const found = differenceOf(expected, actual);
      assert.ok(found);
      assert.deepEqual(found, difference ?? found);
    });
  }
});

describe('글의 명령 다시 실행하기', () => {
  const page = pageOf(
    [
      '## 처음 {#first}\n\n```python\n# a.py\nprint(1)\n```',
      '```bash rerun\nsudo unshare -m bash\ncat a.py\n```',
      '```text\n# a.py\nprint(1)\n```',
      '```bash rerun\nreadlink /proc/self/cwd\n```',
      '```text\n/elsewhere\n```',
      '## 다음 {#second}\n\n```bash\nls\n```\n\n```text\nx\n```',
      '## 끝 {#third}\n\n```bash rerun\nexit\n```\n\n```text\n…\n```',
    ].join('\n\n'),
  );

  it('부탁한 명령만 실행하고, 다른 결과는 파일과 줄로 알린다', {skip: !canRun}, async () => {
    const {passed, failed} = await rerun([page], runExperiment);
    assert.deepEqual(
      passed.map(({at}) => at),
      ['docker/a#first'],
    );
    assert.deepEqual(failed, [
      {
        place: 'docs/docker/a.md:18',
        message: '다시 실행한 결과가 다릅니다. 적힌 것 "/elsewhere", 나온 것 "/tmp/here"',
      },
      {
        place: 'docs/docker/a.md:38',
        message: '끝까지 실행되지 않았습니다. 기다리거나 셸을 끝내는 명령이 있는지 봐 주세요',
      },
    ]);
  });

  it('실행하는 컴퓨터를 고치지 못하고 네트워크에 닿지 못한다', {skip: !canRun}, async () => {
    const commands = [
      'touch /etc/kkori; touch /usr/kkori; touch /var/kkori; touch "$HOME/kkori" && echo home',
      'tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d " "; hostname; ls /tmp',
      'echo $PPID $$',
    ].join('\n');
    const [output = ''] = await runExperiment({files: {}, steps: [{commands}]});
    assert.equal(output.match(/Read-only file system/g)?.length, 3);
    assert.match(output, /home\nlo\nvm\nbin\nhere\nkkori\n0 1\n$/);
  });

  it('표시는 해시의 목록이다', () => {
    assert.match(rerunsText([]), /\n\n\[\]\n$/);
    assert.match(
      rerunsText([{id: '0123456789abcdef', at: 'docker/a#first'}]),
      /\n- \{id: 0123456789abcdef, at: docker\/a#first\}\n$/,
    );
  });
});
