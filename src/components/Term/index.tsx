import {useState, type KeyboardEvent, type MouseEvent, type ReactNode} from 'react';
import {definitionId} from '@site/lib/anchors';
import styles from './styles.module.css';

interface Props {
  /** Id of the term on the glossary page. */
  readonly id: string;
  readonly definition: string;
  /** The term, linked to the glossary. */
  readonly children: ReactNode;
}

/**
 * A term at its first use on a page. CSS alone shows the definition on hover and
 * focus; scripts let Escape close it (WCAG 1.4.13) and let a first tap on a touch
 * screen show it instead of leaving the page.
 */
export default function Term({id, definition, children}: Props): ReactNode {
  const [isDismissed, setDismissed] = useState(false);
  const [isTapped, setTapped] = useState(false);

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      setDismissed(true);
    }
  }

  function showOnFirstTap(event: MouseEvent) {
    if (!isTapped && window.matchMedia('(hover: none)').matches) {
      event.preventDefault();
      setTapped(true);
    }
  }

  return (
    <span
      className={styles.term}
      data-term=""
      data-dismissed={isDismissed || undefined}
      onBlur={() => {
        setDismissed(false);
        setTapped(false);
      }}
      onClickCapture={showOnFirstTap}
      onKeyDown={closeOnEscape}
      onMouseLeave={() => setDismissed(false)}>
      <span aria-describedby={definitionId(id)} className={styles.word}>
        {children}
      </span>
      <span className={styles.definition} data-tooltip="" id={definitionId(id)} role="tooltip">
        {definition}
      </span>
    </span>
  );
}
