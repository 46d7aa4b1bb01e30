import type {Comparison, DevServerComparison} from './comparison.ts';

/** What we mean to stay below. */
export interface Bar {
  label: string;
  limit: number;
  unit: string;
  /** Undefined where nothing was measured that tells. */
  value: number | undefined;
}

/** Bars of the builds; those of a size that was not built stay open. */
export function barsOfBuilds(comparisons: readonly Comparison[], ownPageCount: number): Bar[] {
  const find = (pageCount: number, isCached = false, hasBooks = false) =>
    comparisons.find(
      (other) =>
        other.pageCount === pageCount &&
        other.isCached === isCached &&
        other.hasBooks === hasBooks,
    );
  const times = (label: string, limit: number, comparison: Comparison | undefined): Bar => ({
    label: `${label}, Docusaurus의`,
    limit,
    unit: '배',
    value: comparison && comparison.ours.seconds / comparison.plain.seconds,
  });
  const largest = find(2000);
  return [
    times('이 사이트, 책 없이, 캐시 없음', 1.6, find(ownPageCount)),
    times('이 사이트, 책까지, 캐시 없음', 2.6, find(ownPageCount, false, true)),
    times('이 사이트, 책까지, 바뀐 것 없이 캐시 있음', 2, find(ownPageCount, true, true)),
    times('글 1000개, 책 없이, 캐시 없음', 1.3, find(1000)),
    {
      label: '글 2000개의 메모리',
      limit: 4096,
      unit: 'MB',
      value: largest && Math.max(largest.ours.megabytes, find(2000, true)?.ours.megabytes ?? 0),
    },
    {
      label: '가장 큰 두 크기 사이에서, 글이 늘어난 배수에 견준 시간의 배수',
      limit: 1.1,
      unit: '배',
      value: growthOf(comparisons.filter(({hasBooks, isCached}) => !hasBooks && !isCached)),
    },
  ];
}

/** Above 1 when the time grows faster than the pages do. */
function growthOf(bySize: readonly Comparison[]): number | undefined {
  const [small, large] = bySize.slice(-2);
  return (
    small &&
    large &&
    large.ours.seconds / small.ours.seconds / (large.pageCount / small.pageCount)
  );
}

/** Bars of `npm start`. */
export function barsOfDevServer({ours, oursCached}: DevServerComparison): Bar[] {
  return [
    {label: 'npm start의 첫 페이지, 캐시 있음', limit: 15, unit: '초', value: oursCached.firstPage},
    ...[...ours.edits].map(([label, value]) => ({
      label: `${label} 편집에서 화면까지`,
      limit: 3,
      unit: '초',
      value,
    })),
  ];
}

/** A line of Korean: `어김    2.10배 (1.6배까지)  이 사이트, …` */
export function verdictOf({label, limit, unit, value}: Bar): string {
  const rule = `(${limit}${unit}까지)`;
  if (value === undefined) {
    return `재지 않음  ${label} ${rule}`;
  }
  return `${value <= limit ? '지킴' : '어김'}  ${label} ${value.toFixed(2)}${unit} ${rule}`;
}
