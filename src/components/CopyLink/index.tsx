import type {ReactNode} from 'react';
import clsx from 'clsx';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

interface Props {
  readonly className?: string | undefined;
  readonly id: string;
  /** What the link leads to, for its accessible name. */
  readonly title: string;
}

/** A plain link to `#id`; src/browser/copyLink.ts copies its address instead. */
export default function CopyLink({className, id, title}: Props): ReactNode {
  return (
    <a
      aria-label={`링크 복사: ${title}`}
      className={clsx(styles.link, className)}
      {...withBehavior('copy-link')}
      href={`#${id}`}
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
  );
}
