import {useEffect, useState, type ReactNode} from 'react';
import {followUpMark} from '@site/lib/pageMarkup';
import styles from './styles.module.css';

function followUpsOfPage(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>(`details[${followUpMark}]`)];
}

/** Opens or closes all follow-ups of the page. Without JavaScript it is not shown. */
export default function FollowUpControls(): ReactNode {
  const [isAllOpen, setIsAllOpen] = useState(false);
  const [message, setMessage] = useState('');

  useEffect(() => {
    // `toggle` does not bubble, hence the capture phase. The elements hold the state.
    const follow = () => setIsAllOpen(followUpsOfPage().every(({open}) => open));
    follow();
    document.addEventListener('toggle', follow, true);
    return () => document.removeEventListener('toggle', follow, true);
  }, []);

  function toggleAll() {
    const followUps = followUpsOfPage();
    for (const followUp of followUps) {
      followUp.open = !isAllOpen;
    }
    setMessage(`질문 ${followUps.length}개를 모두 ${isAllOpen ? '접었습니다' : '펼쳤습니다'}`);
  }

  return (
    <div className={styles.controls}>
      <button className={styles.button} onClick={toggleAll} type="button">
        {isAllOpen ? '모두 접기' : '모두 펼치기'}
      </button>
      <span className={styles.message} role="status">
        {message}
      </span>
    </div>
  );
}
