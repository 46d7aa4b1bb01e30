import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {setTimeout as sleep} from 'node:timers/promises';
import {describe, it} from 'node:test';

import {idPlaceholder} from './appearance.ts';
import {DiagramError, renderDiagrams} from './renderDiagrams.ts';

const flowchart = (label: string) => `flowchart TB
  accTitle: 이름
  accDescr: 설명
  A["${label}"] --> B["둘"]`;

/** Process ids of the browsers that this process started. */
function browsers(): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], {encoding: 'utf8'}).split(
    '\n',
  );
  return rows
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(row))
    .filter((match) => match && Number(match[2]) === process.pid && /chrom/i.test(match[4] ?? ''))
    .filter((match) => !match?.[3]?.startsWith('Z'))
    .map((match) => Number(match?.[1]));
}

/** Sends a signal to every browser that appears, `times` times. */
async function signalBrowsers(signal: NodeJS.Signals, times: number): Promise<void> {
  const seen = new Set<number>();
  let sent = 0;
  for (let waited = 0; sent < times && waited < 20_000; waited += 20) {
    for (const pid of browsers().filter((candidate) => !seen.has(candidate))) {
      seen.add(pid);
      // Late enough to be connected, early enough to be drawing.
      await sleep(700);
      // The try with a sandbox, where there is none, is gone by now.
      if (browsers().includes(pid)) {
        process.kill(pid, signal);
        sent += 1;
      }
    }
    await sleep(20);
  }
  assert.equal(sent, times);
}

describe('다이어그램 그리기', () => {
  it('같은 소스는 몇 번을, 어떤 차례로 그려도 같은 SVG다', async () => {
    const [one, two] = [flowchart('하나'), flowchart('다른 하나')];
    const first = await renderDiagrams([one, two]);
    const second = await renderDiagrams([two, one]);
    assert.deepEqual(first.get(one), second.get(one));
    assert.deepEqual(first.get(two), second.get(two));
  });

  it('Mermaid의 색, 스타일, 스크립트를 남기지 않고 글자를 글자로 둔다', async () => {
    const {svg} = (await renderDiagrams([flowchart('한글 이름표')])).values().next().value ?? {
      svg: '',
    };
    assert.doesNotMatch(svg, /<style|<script|foreignObject|#[0-9a-f]{6}|fill=|on\w+=/i);
    assert.match(svg.replace(/<[^>]+>/g, ''), /한글 이름표/);
    assert.match(svg, new RegExp(`url\\(#${idPlaceholder}`));
  });

  it('그릴 수 없는 소스는 Mermaid의 까닭을 알린다', async () => {
    await assert.rejects(renderDiagrams(['flowchart TB\n  A --> [']), (error) => {
      assert.ok(error instanceof DiagramError);
      assert.match(error.message, /Parse error on line 2/);
      return true;
    });
    assert.deepEqual(browsers(), []);
  });

  it('브라우저가 죽으면 한 번 다시 띄워 마저 그린다', async () => {
    const sources = Array.from({length: 60}, (_, index) => flowchart(`상자 ${index}`));
    const [drawings] = await Promise.all([renderDiagrams(sources), signalBrowsers('SIGKILL', 1)]);
    assert.equal(drawings.size, 60);
    assert.deepEqual(browsers(), []);
  });

  it('두 번 멈추면 한국어로 알리고, 남은 브라우저가 없다', async () => {
    const sources = Array.from({length: 400}, (_, index) => flowchart(`상자 ${index}`));
    await Promise.all([
      assert.rejects(renderDiagrams(sources, 5000), /그림을 그리는 브라우저가 두 번 멈췄습니다/),
      signalBrowsers('SIGSTOP', 2),
    ]);
    assert.deepEqual(browsers(), []);
  });
});
