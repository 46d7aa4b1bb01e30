import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {drawDiagrams} from './drawDiagrams.ts';
import {overlap, type Box} from './svg.ts';

async function drawn(source: string) {
  const result = (await drawDiagrams([source])).get(source);
  assert.ok(result);
  return result;
}

async function svgOf(source: string): Promise<string> {
  const result = await drawn(source);
  assert.ok('drawing' in result, JSON.stringify(result));
  return result.drawing.svg;
}

async function faultOf(source: string): Promise<string> {
  const result = await drawn(source);
  assert.ok('fault' in result);
  return result.fault.reason;
}

/** Boxes of nodes and frames, by the first line of their label. */
function boxesIn(svg: string): Map<string, Box> {
  const groups = svg.matchAll(
    /<g class="(?:node|frame)[^"]*"><rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"[^]*?<tspan[^>]*>([^<]*)/g,
  );
  return new Map(
    [...groups].map(([, x, y, width, height, label]) => [
      label ?? '',
      {x: Number(x), y: Number(y), width: Number(width), height: Number(height)},
    ]),
  );
}

function contains(outer: Box | undefined, inner: Box | undefined): boolean {
  return Boolean(
    outer &&
    inner &&
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height,
  );
}

describe('다이어그램 그리기', () => {
  it('위에 놓인 것은 아래 것의 너비를 나누어 쓰고, 틀 안의 것은 틀 안에 있다', async () => {
    const boxes = boxesIn(
      await svgOf(
        'flowchart TB\n  subgraph S["서버"]\n    subgraph V1["VM 1"]\n      G1["커널 1"]\n    end\n    subgraph V2["VM 2"]\n      G2["커널 2"]\n    end\n    H["하이퍼바이저"]\n  end\n  G1 ~~~ H\n  G2 ~~~ H',
      ),
    );
    const [first, second, base] = ['VM 1', 'VM 2', '하이퍼바이저'].map((name) => boxes.get(name)!);
    assert.equal(first!.y, second!.y);
    assert.equal(first!.width, second!.width);
    assert.equal(first!.x, base!.x);
    assert.equal(second!.x + second!.width, base!.x + base!.width);
    assert.ok(base!.y > first!.y + first!.height);
    assert.ok(contains(boxes.get('VM 1'), boxes.get('커널 1')));
    assert.ok(contains(boxes.get('서버'), boxes.get('VM 2')));
  });

  it('모두가 딛고 선 것은 맨 아래에 온다', async () => {
    const boxes = boxesIn(
      await svgOf(
        'flowchart TB\n  A["가"] --> B["나"]\n  B --> C["다"]\n  A ~~~ K["커널"]\n  class K kernel',
      ),
    );
    assert.ok(boxes.get('커널')!.y > boxes.get('다')!.y);
  });

  it('앞으로 돌아가는 선도 상자를 지나지 않고 간다', async () => {
    const svg = await svgOf(
      'flowchart TB\n  A["하나"] -- "앞으로" --> B["둘"]\n  B --> C["셋"]\n  C -- "처음으로" --> A',
    );
    const boxes = [...boxesIn(svg).values()];
    const back = [...svg.matchAll(/class="line" d="([^"]+)"/g)]
      .map(([, path]) =>
        [...path!.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => ({
          x: Number(x),
          y: Number(y),
        })),
      )
      .find((points) => points.length > 3);
    assert.ok(back);
    const middle = boxes[1]!;
    for (const [index, point] of back.slice(1).entries()) {
      const before: {x: number; y: number} = back[index]!;
      const segment: Box = {
        x: Math.min(point.x, before.x),
        y: Math.min(point.y, before.y),
        width: Math.abs(point.x - before.x),
        height: Math.abs(point.y - before.y),
      };
      assert.equal(overlap(segment, middle), false);
    }
  });

  it('색도 id도 스크립트도 없이 글자를 글자로 둔다', async () => {
    const svg = await svgOf('flowchart TB\n  A["한글 <br/> 이름표 & 부호"] --> B["둘"]');
    assert.doesNotMatch(
      svg,
      /<style|<script|foreignObject|#[0-9a-f]{6}|fill=|style=|\sid=|on\w+=/i,
    );
    assert.match(svg, />한글<.*>이름표 &amp; 부호</);
  });

  it('역할이 둘 이상이면 범례가 있고, 하나면 없다', async () => {
    const source = 'flowchart TB\n  A["앱"] --> B["커널"]\n  class A process';
    assert.doesNotMatch(await svgOf(source), /legend/);
    assert.match(await svgOf(`${source}\n  class B kernel`), /legend[^]*프로세스[^]*커널/);
  });

  it('순서도는 autonumber를 적은 것만 걸음으로 나누고, 메모는 앞의 메시지와 한 걸음이다', async () => {
    const source =
      'sequenceDiagram\n  A->>B: 요청\n  Note over B: 확인\n  alt 성공\n    B-->>A: 응답\n  end';
    assert.doesNotMatch(await svgOf(source), /data-step/);
    const numbered = await svgOf(source.replace('\n', '\n  autonumber\n'));
    assert.deepEqual(
      [...numbered.matchAll(/data-step="(\d)"/g)].map(([, step]) => step),
      ['1', '1', '2'],
    );
  });

  it('그릴 수 없는 소스는 줄이거나 고칠 것을 한국어로 알린다', async () => {
    assert.match(await faultOf('flowchart TB\n  A --> ['), /SQS/);
    assert.match(await faultOf(`flowchart TB\n  A["${'가'.repeat(40)}"] --> B`), /깁니다/);
    assert.match(await faultOf('flowchart TB\n  A ==> B'), /A와 B 사이의 선/);
    assert.match(
      await faultOf('sequenceDiagram\n  loop 날마다\n    A->>B: 요청\n    activate B\n  end'),
      /만 그립니다/,
    );
  });
});
