import {useRef, useState, type ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  readonly language?: string;
  /** Made at build time by markdown/code.ts. */
  readonly html: string;
}

/** A block of code with a button that copies it. */
export default function Code({language, html}: Props): ReactNode {
  const code = useRef<HTMLElement>(null);
  const [message, setMessage] = useState('');

  async function copy() {
    try {
      await navigator.clipboard.writeText(code.current?.textContent ?? '');
      setMessage('복사했습니다');
    } catch {
      setMessage('복사하지 못했습니다');
    }
    setTimeout(() => setMessage(''), 2000);
  }

  return (
    <div className={styles.code}>
      {/* In reach of the keyboard, since a long line scrolls. */}
      <pre aria-label={language ? `${language} 코드` : '코드'} role="group" tabIndex={0}>
        <code dangerouslySetInnerHTML={{__html: html}} ref={code} />
      </pre>
      <button className={styles.copy} onClick={() => void copy()} type="button">
        {message || '복사'}
      </button>
    </div>
  );
}
