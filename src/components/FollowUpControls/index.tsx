import type {ReactNode} from 'react';
import {withBehavior} from '@site/lib/behaviors';
import {visuallyHiddenClass} from '@site/lib/pageMarkup';
import styles from './styles.module.css';

/** Opens or closes all follow-ups of the page (src/browser/openAll.ts). */
export default function FollowUpControls(): ReactNode {
  return (
    <div className={styles.controls}>
      <button className={styles.button} {...withBehavior('open-all')} type="button">
        모두 펼치기
      </button>
      {/* Who sees the answers needs not be told. */}
      <span className={visuallyHiddenClass} role="status" />
    </div>
  );
}
