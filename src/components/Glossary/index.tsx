import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import styles from './styles.module.css';

interface EntryProps {
  readonly id: string;
  readonly term: string;
  readonly english?: string;
  /** Other names, in one line. */
  readonly variants?: string;
  /** The definition, then where the term is used. */
  readonly children: ReactNode;
}

/** The terms that begin with one letter. */
export function GlossaryList({children}: {readonly children: ReactNode}): ReactNode {
  return <dl className={styles.list}>{children}</dl>;
}

export function GlossaryEntry({id, term, english, variants, children}: EntryProps): ReactNode {
  useBrokenLinks().collectAnchor(id);
  return (
    <div className={styles.entry} id={id}>
      <dt>
        <dfn className={styles.term}>{term}</dfn>
        {english && (
          <span className={styles.english} lang="en">
            {' '}
            {english}
          </span>
        )}
      </dt>
      <dd className={styles.definition}>
        {children}
        {variants && <p className={styles.variants}>다른 표기: {variants}</p>}
      </dd>
    </div>
  );
}
