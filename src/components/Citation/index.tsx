import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {referenceAnchor} from '@site/lib/anchors';
import {citationRole} from '@site/lib/pageMarkup';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

interface Props {
  readonly id: string;
  readonly citationKey: string;
  readonly number: string;
}

/** Citations that stand together: `1, 2`. A word joiner keeps them from beginning a line. */
export function CitationGroup({children}: {readonly children: ReactNode}): ReactNode {
  return (
    <sup className={styles.group}>
      {'\u2060'}
      {children}
    </sup>
  );
}

/** A numbered marker: a plain link to the entry in the page's list, which src/browser/citation.ts shows beside it. */
export function Citation({id, citationKey, number}: Props): ReactNode {
  useBrokenLinks().collectAnchor(id);
  return (
    <a
      aria-label={`참고 자료 ${number}`}
      className={styles.link}
      {...withBehavior('citation')}
      href={`#${referenceAnchor(citationKey)}`}
      id={id}
      role={citationRole}>
      {number}
    </a>
  );
}
