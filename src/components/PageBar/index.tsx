import type {ReactNode} from 'react';
import useBaseUrl from '@docusaurus/useBaseUrl';
import Link from '@docusaurus/Link';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import {outlineId} from '@site/lib/anchors';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

/**
 * Where a thumb reaches in a small window: the outline of the page, the pages before and after it,
 * and the search. Without scripts its links stand at the end of the page.
 */
export default function PageBar(): ReactNode {
  const {previous, next} = useDoc().metadata;
  return (
    <nav aria-label="글 사이" className={styles.bar} {...withBehavior('page-bar')}>
      <button className="clean-btn" popoverTarget={outlineId} type="button">
        <Icon path="M4 6h16M4 12h16M4 18h10" />
        목차
      </button>
      {previous && (
        <Link to={previous.permalink}>
          <Icon path="m14 6-6 6 6 6" />
          이전
        </Link>
      )}
      {next && (
        <Link className={styles.next} to={next.permalink}>
          <Icon path="m10 6 6 6-6 6" />
          <span>
            다음: <b>{next.title}</b>
          </span>
        </Link>
      )}
      <a {...withBehavior('search')} href={useBaseUrl('questions/')}>
        <Icon path="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L21 21" />
        검색
      </a>
    </nav>
  );
}

function Icon({path}: {readonly path: string}): ReactNode {
  return (
    <svg aria-hidden="true" height="20" viewBox="0 0 24 24" width="20">
      <path d={path} fill="none" stroke="currentColor" strokeLinecap="round" strokeWidth="2" />
    </svg>
  );
}
