import type {ReactNode} from 'react';
import type {Difficulty} from '@site/lib/page';
import {visuallyHiddenClass} from '@site/lib/pageMarkup';
import styles from './styles.module.css';

const marks = {기본: '●', 심화: '◆'} as const satisfies Record<Difficulty, string>;

/** How hard a question is, as a mark beside its name: told apart by shape, and read as a word. */
export function Level({difficulty}: {readonly difficulty: Difficulty}): ReactNode {
  return (
    <span className={styles.level}>
      <span aria-hidden="true" title={difficulty}>
        {marks[difficulty]}
      </span>
      <span className={visuallyHiddenClass}>{` ${difficulty}`}</span>
    </span>
  );
}

/** What the marks mean. */
export function LevelLegend(): ReactNode {
  return (
    <span className={styles.legend}>
      {Object.entries(marks).map(([difficulty, mark]) => (
        <span key={difficulty}>
          <span aria-hidden="true" className={styles.level}>
            {mark}
          </span>{' '}
          {difficulty}
        </span>
      ))}
    </span>
  );
}
