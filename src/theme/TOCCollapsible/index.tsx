// Change: a native disclosure, which opens without scripts and says whether it is open.
import type {ReactNode} from 'react';
import type {Props} from '@theme/TOCCollapsible';
import TOCItems from '@theme/TOCItems';
import clsx from 'clsx';
import styles from './styles.module.css';

export default function TOCCollapsible({className, ...props}: Props): ReactNode {
  return (
    <details className={clsx(styles.outline, className)}>
      <summary>이 페이지에서</summary>
      <TOCItems {...props} />
    </details>
  );
}
