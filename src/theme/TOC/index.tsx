// Change: a landmark with a name; src/browser/outline.ts marks where the reader is.
import type {ReactNode} from 'react';
import type {Props} from '@theme/TOC';
import TOCItems from '@theme/TOCItems';
import clsx from 'clsx';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

export default function TOC({className, ...props}: Props): ReactNode {
  return (
    <nav
      aria-label="이 페이지의 차례"
      className={clsx(styles.outline, 'thin-scrollbar', className)}
      {...withBehavior('outline')}>
      <TOCItems {...props} linkClassName="table-of-contents__link" />
    </nav>
  );
}
