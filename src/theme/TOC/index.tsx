// Change: a landmark with a name, which opens from the foot of small windows, where the pages around this one follow; src/browser/outline.ts marks where the reader is.
import type {ReactNode} from 'react';
import IconClose from '@theme/Icon/Close';
import type {Props} from '@theme/TOC';
import TOCItems from '@theme/TOCItems';
import clsx from 'clsx';
import {outlineId} from '@site/lib/anchors';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

/** @param children what else to show in a small window, below the outline */
export default function TOC({
  className,
  children,
  ...props
}: Props & {readonly children?: ReactNode}): ReactNode {
  return (
    <nav
      aria-label="이 페이지의 차례"
      className={clsx(styles.outline, 'thin-scrollbar', className)}
      {...withBehavior('outline')}
      id={outlineId}
      popover="auto">
      <div className={styles.head}>
        <b>목차</b>
        <button
          aria-label="목차 닫기"
          autoFocus
          className={clsx('clean-btn', styles.close)}
          popoverTarget={outlineId}
          popoverTargetAction="hide"
          type="button">
          <IconClose />
        </button>
      </div>
      <TOCItems {...props} linkClassName="table-of-contents__link" />
      {children && <div className={styles.more}>{children}</div>}
    </nav>
  );
}
