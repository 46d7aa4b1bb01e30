import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {AnswerLinks} from '@site/src/components/CorrectionLinks';
import CopyLink from '@site/src/components/CopyLink';
import {questionBoxAnchor} from '@site/lib/anchors';
import {withBehavior} from '@site/lib/behaviors';
import {followUpMark, kindMark, marked, screenOnlyMark} from '@site/lib/pageMarkup';
import {kindLabels, type Difficulty, type FollowUpKind} from '@site/lib/page';
import styles from './styles.module.css';

/** Where a question stands among those of its kind on the page; strings because Markdown gives them. */
interface Place {
  readonly kind: FollowUpKind;
  readonly number: string;
  readonly total: string;
}

interface FollowUpProps extends Place {
  readonly id: string;
  readonly question: string;
  /** Id and kind of the question after it. */
  readonly next?: string;
  readonly nextKind?: FollowUpKind;
  readonly children: ReactNode;
}

/**
 * A follow-up question, closed so that a reader can try to answer first. It is
 * a native disclosure whose body is never hidden by us: find-in-page, `#id`,
 * print and a browser without JavaScript all reach the answer.
 */
export function FollowUp({
  id,
  question,
  next,
  nextKind,
  children,
  ...place
}: FollowUpProps): ReactNode {
  return (
    <div className={styles.followUp} id={questionBoxAnchor(id)} {...marked(kindMark, place.kind)}>
      {/* Its text is the style sheet's: nobody finds, copies or hears the question twice. */}
      <a
        aria-hidden="true"
        className={styles.current}
        data-place={placeOf(place)}
        data-question={question}
        {...marked(screenOnlyMark)}
        href={`#${id}`}
        tabIndex={-1}
      />
      <CopyLink className={styles.copyLink} id={id} title={question} />
      <details className={styles.details} {...marked(followUpMark)}>
        {children}
        <div className={styles.end} {...marked(screenOnlyMark)}>
          <button className={styles.close} {...withBehavior('close-answer')} type="button">
            접기
          </button>
          {next && nextKind && (
            <a className={styles.next} href={`#${questionBoxAnchor(next)}`}>
              다음 {kindLabels[nextKind]} <span aria-hidden="true">↓</span>
            </a>
          )}
          <AnswerLinks id={id} question={question} />
        </div>
      </details>
    </div>
  );
}

/** The visible part: where it stands and how hard it is, then the question. */
export function FollowUpQuestion({
  difficulty,
  children,
  ...place
}: Place & {
  readonly difficulty?: Difficulty;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <summary className={styles.summary}>
      <span className={styles.kind}>
        {[placeOf(place), difficulty].filter(Boolean).join(' · ')}
      </span>
      {children}
    </summary>
  );
}

function placeOf({kind, number, total}: Place): string {
  return `${kindLabels[kind]} ${number} / ${total}`;
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
