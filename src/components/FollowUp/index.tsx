import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {AnswerLinks} from '@site/src/components/CorrectionLinks';
import CopyLink from '@site/src/components/CopyLink';
import {followUpMark, kindMark, marked} from '@site/lib/pageMarkup';
import {kindLabels, type Difficulty, type FollowUpKind} from '@site/lib/page';
import styles from './styles.module.css';

interface FollowUpProps {
  readonly id: string;
  readonly kind: FollowUpKind;
  /** 1, 2, 3 … within its kind on the page; a string because Markdown gives it. */
  readonly number: string;
  readonly question: string;
  readonly children: ReactNode;
}

/**
 * A follow-up question, closed so that a reader can try to answer first. It is
 * a native disclosure whose body is never hidden by us: find-in-page, `#id`,
 * print and a browser without JavaScript all reach the answer.
 */
export function FollowUp({id, kind, question, children}: FollowUpProps): ReactNode {
  return (
    <div className={styles.followUp} {...marked(kindMark, kind)}>
      <details className={styles.details} {...marked(followUpMark)}>
        {children}
        <AnswerLinks id={id} question={question} />
      </details>
      <CopyLink className={styles.copyLink} id={id} title={question} />
    </div>
  );
}

/** The visible part: level and number, then the question. */
export function FollowUpQuestion({
  kind,
  number,
  difficulty,
  children,
}: Pick<FollowUpProps, 'kind' | 'number' | 'children'> & {
  readonly difficulty?: Difficulty;
}): ReactNode {
  return (
    <summary className={styles.summary}>
      <span className={styles.kind}>
        {[`${kindLabels[kind]} ${number}`, difficulty].filter(Boolean).join(' · ')}
      </span>
      {children}
    </summary>
  );
}

/** The question as a heading without a link of its own: a summary is a button already. */
export function FollowUpHeading({
  id,
  children,
}: {
  readonly id: string;
  readonly children: ReactNode;
}): ReactNode {
  useBrokenLinks().collectAnchor(id);
  return (
    // eslint-disable-next-line no-restricted-syntax -- its link cannot stand in a summary
    <h3 className={styles.heading} id={id}>
      {children}
    </h3>
  );
}

export function FollowUpAnswer({children}: {readonly children: ReactNode}): ReactNode {
  return <div className={styles.answer}>{children}</div>;
}
