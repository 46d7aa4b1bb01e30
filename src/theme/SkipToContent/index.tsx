// Change: a plain link to the page's main element, which works without scripts.
import type {ReactNode} from 'react';
import {mainId} from '@site/lib/anchors';
import styles from './styles.module.css';

export default function SkipToContent(): ReactNode {
  return (
    <a className={styles.link} href={`#${mainId}`}>
      본문으로 건너뛰기
    </a>
  );
}
