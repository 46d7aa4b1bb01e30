import type {ReactNode} from 'react';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

interface Props {
  readonly language?: string;
  /** Made at build time by markdown/code.ts. */
  readonly html: string;
}

/** A block of code with a button that copies it. */
export default function Code({language, html}: Props): ReactNode {
  return (
    <div className={styles.code}>
      {/* In reach of the keyboard, since a long line scrolls. */}
      <pre aria-label={language ? `${language} 코드` : '코드'} role="group" tabIndex={0}>
        <code dangerouslySetInnerHTML={{__html: html}} />
      </pre>
      <button className={styles.copy} {...withBehavior('copy-code')} type="button">
        복사
      </button>
    </div>
  );
}
