import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {kindLabels, type FollowUpKind, type QuestionPage} from '@site/lib/page';
import {kindMark, marked} from '@site/lib/pageMarkup';
import styles from './Chain.module.css';

/** How one question leads to the next: a page with its first follow-ups, one of them answered. */
export default function Chain({page}: {readonly page: QuestionPage}): ReactNode {
  const ofKind = (kind: FollowUpKind) => page.followUps.filter((other) => other.kind === kind);
  const shown = [...ofKind('follow-up').slice(0, 2), ...ofKind('deep-dive').slice(0, 1)];
  return (
    <nav aria-label="질문이 이어지는 모습" className={styles.chain}>
      <Link className={styles.root} to={page.permalink}>
        <span className={styles.kind}>
          {[kindLabels.question, page.difficulty].filter(Boolean).join(' · ')}
        </span>
        <span className={styles.question}>{page.question}</span>
      </Link>
      <ol className={styles.thread}>
        {shown.map(({kind, id, question, opening}, index) => (
          <li {...marked(kindMark, kind)} key={id}>
            <Link className={styles.card} to={`${page.permalink}#${id}`}>
              <span className={styles.kind}>{kindLabels[kind]}</span>
              <span className={styles.question}>{question}</span>
              {index === 1 && <span className={styles.opening}>{opening}</span>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
