import type {ReactNode} from 'react';
import {kindLabels} from '@site/lib/page';
import type {Range} from '@site/lib/search/excerpt';
import type {Reading, SearchResult} from '@site/lib/search/search';
import type {SearchState} from './useSearch';
import styles from './styles.module.css';

/** A text with the places that match marked. */
function Marked({
  text,
  ranges,
}: {
  readonly text: string;
  readonly ranges: readonly Range[];
}): ReactNode {
  return (
    <>
      {ranges.map(([start, end], index) => (
        <span key={start}>
          {text.slice(ranges[index - 1]?.[1] ?? 0, start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}

/** What one result says: its kind and heading, and a part of its text. */
export function ResultText({result}: {readonly result: SearchResult}): ReactNode {
  const {document, headingRanges, excerpt} = result;
  return (
    <>
      <span className={styles.heading}>
        {document.kind !== 'section' && (
          <span className={styles.kind}>{kindLabels[document.kind]}</span>
        )}
        <Marked ranges={headingRanges} text={document.heading} />
      </span>
      {excerpt && (
        <span className={styles.excerpt}>
          <Marked ranges={excerpt.ranges} text={excerpt.text} />
        </span>
      )}
    </>
  );
}

/** Says which words were taken for others. */
export function Readings({readings}: {readonly readings: readonly Reading[]}): ReactNode {
  if (readings.length === 0) {
    return null;
  }
  return (
    <p className={styles.readings}>
      {readings.map(({typed, meant}) => `‘${typed}’ → ‘${meant}’`).join(', ')} 검색 결과입니다.
    </p>
  );
}

/** While the index loads, or when it did not. */
export function SearchTrouble({state}: {readonly state: SearchState}): ReactNode {
  if (state.status === 'loading') {
    return <p className={styles.notice}>검색 색인을 불러오는 중입니다…</p>;
  }
  if (state.status === 'ready') {
    return null;
  }
  return (
    <div className={styles.notice} role="alert">
      <p>
        {process.env.NODE_ENV === 'development'
          ? '개발 서버에는 검색 색인이 없습니다. npm run preview로 띄우면 찾을 수 있습니다.'
          : '검색 색인을 불러오지 못했습니다. 인터넷 연결을 확인해 주세요.'}
      </p>
      <button className={styles.retry} onClick={state.retry} type="button">
        다시 시도
      </button>
    </div>
  );
}

/** Results page by page, the page of the best result first; within a page the best first. */
export function groupByPage(results: readonly SearchResult[]): [string, SearchResult[]][] {
  const groups = new Map<string, SearchResult[]>();
  for (const result of results) {
    const {page} = result.document;
    groups.set(page, [...(groups.get(page) ?? []), result]);
  }
  return [...groups];
}
