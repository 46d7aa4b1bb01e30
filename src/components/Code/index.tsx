import type {ReactNode} from 'react';
import clsx from 'clsx';
import {withBehavior} from '@site/lib/behaviors';
import {marked, scrollsMark} from '@site/lib/pageMarkup';
import styles from './styles.module.css';

interface Props {
  readonly language?: string;
  /** Made at build time by markdown/code.ts. */
  readonly html: string;
}

/**
 * A block of code with a button that copies it. Code wraps; what a command has printed keeps its
 * columns, and scrolls.
 */
export default function Code({language, html}: Props): ReactNode {
  const isOutput = !language || language === 'text';
  const name = language && !isOutput ? `${language} 코드` : '코드';
  return (
    <div className={clsx(styles.code, isOutput && styles.output)}>
      <button
        aria-label={`${name} 복사`}
        className={styles.copy}
        {...withBehavior('copy-code')}
        type="button">
        복사
      </button>
      {/* In reach of the keyboard where it scrolls. */}
      <pre aria-label={name} role="group" {...(isOutput && {...marked(scrollsMark), tabIndex: 0})}>
        <code dangerouslySetInnerHTML={{__html: html}} />
      </pre>
    </div>
  );
}
