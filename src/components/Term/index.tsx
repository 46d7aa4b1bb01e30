import type {ReactNode} from 'react';
import {definitionId} from '@site/lib/anchors';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

interface Props {
  /** Id of the term on the glossary page. */
  readonly id: string;
  readonly definition: string;
  /** The term, linked to the glossary and described by the definition. */
  readonly children: ReactNode;
}

/**
 * A term at its first use on a page. CSS alone shows the definition on hover and focus;
 * src/browser/term.ts closes it on Escape, and shows it on a first tap.
 */
export default function Term({id, definition, children}: Props): ReactNode {
  return (
    <span className={styles.term} {...withBehavior('term')}>
      {children}
      <span className={styles.definition} id={definitionId(id)} role="tooltip">
        {definition}
      </span>
    </span>
  );
}
