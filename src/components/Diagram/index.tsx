import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  readonly title: string;
  readonly description: string;
  readonly number: string;
  /** The drawing, then its caption. */
  readonly children: ReactNode;
}

/** A numbered figure: a drawing that scrolls in its own frame, and its caption. */
export default function Diagram({title, number, children}: Props): ReactNode {
  return (
    <figure aria-label={title} className={styles.figure} data-number={number}>
      {children}
    </figure>
  );
}
