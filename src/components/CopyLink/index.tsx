import {useState, type MouseEvent, type ReactNode} from 'react';
import clsx from 'clsx';
import styles from './styles.module.css';

interface Props {
  readonly className?: string | undefined;
  readonly id: string;
  /** What the link leads to, for its accessible name. */
  readonly title: string;
}

/** A plain link to `#id`; with JavaScript it copies its address as well. */
export default function CopyLink({className, id, title}: Props): ReactNode {
  const [message, setMessage] = useState('');

  async function copy(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(event.currentTarget.href);
      setMessage('링크를 복사했습니다');
    } catch {
      setMessage('복사하지 못했습니다. 주소창의 주소를 복사해 주세요');
      window.location.hash = id;
    }
    setTimeout(() => setMessage(''), 3000);
  }

  return (
    <span className={clsx(styles.copyLink, className)}>
      <a
        aria-label={`링크 복사: ${title}`}
        className={styles.link}
        href={`#${id}`}
        onClick={(event) => void copy(event)}
        title="링크 복사">
        <svg aria-hidden="true" height="18" viewBox="0 0 24 24" width="18">
          <path
            d="M10 14a4.5 4.5 0 0 0 6.4 0l3-3a4.5 4.5 0 0 0-6.4-6.4l-1.2 1.2M14 10a4.5 4.5 0 0 0-6.4 0l-3 3a4.5 4.5 0 0 0 6.4 6.4l1.2-1.2"
            fill="none"
            stroke="currentColor"
            strokeLinecap="round"
            strokeWidth="2"
          />
        </svg>
      </a>
      <span className={styles.message} role="status">
        {message}
      </span>
    </span>
  );
}
