import {Fragment, type ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Heading from '@theme/Heading';
import {
  kindLabels,
  type QuestionMap,
  type QuestionPage,
  type QuestionSection,
} from '@site/lib/page';
import {Level, LevelLegend} from '@site/src/components/Level';
import {homeAnchors} from '@site/lib/anchors';
import {inColumns} from '@site/lib/inColumns';
import {kindMark, marked} from '@site/lib/pageMarkup';
import Standing from '@site/src/components/Standing';
import styles from './MapOfQuestions.module.css';

/** What a card takes besides its rows, in rows. */
const cardHeight = 1.7;

/** Every question of the latest version: a card a section, a row a page, whose follow-ups open in it. */
export default function MapOfQuestions({map}: {readonly map: QuestionMap}): ReactNode {
  const hasAreas = map.areas.length > 1;
  return (
    <section aria-labelledby={homeAnchors.map} className={styles.map}>
      <div className={styles.head}>
        <Heading as="h2" id={homeAnchors.map}>
          질문 지도
        </Heading>
        <p>
          <LevelLegend />
        </p>
      </div>
      {map.areas.map(({label, sections}) => (
        <Fragment key={label}>
          {hasAreas && <Heading as="h3">{label}</Heading>}
          <div className={styles.cards}>
            {inColumns(sections, 3, ({pages}) => cardHeight + pages.length).map((column) => (
              <div className={styles.column} key={column[0]?.id}>
                {column.map((section) => (
                  <SectionCard
                    heading={hasAreas ? 'h4' : 'h3'}
                    key={section.id}
                    section={section}
                  />
                ))}
              </div>
            ))}
          </div>
        </Fragment>
      ))}
      <p>
        <Link to="/questions/">모든 질문을 한 줄씩 보기</Link>
      </p>
    </section>
  );
}

function SectionCard({
  heading,
  section: {label, pages},
}: {
  readonly heading: 'h3' | 'h4';
  readonly section: QuestionSection;
}): ReactNode {
  const followUps = pages.reduce((sum, page) => sum + page.followUps.length, 0);
  return (
    <section className={styles.card}>
      <Heading as={heading} className={styles.title}>
        {label}
      </Heading>
      <p className={styles.counts}>{`질문 ${pages.length} · 꼬리 ${followUps}`}</p>
      <ol className={styles.rows}>
        {pages.map((page) => (
          <Row key={page.permalink} page={page} />
        ))}
      </ol>
    </section>
  );
}

function Row({page}: {readonly page: QuestionPage}): ReactNode {
  return (
    <li className={styles.row}>
      <Link className={styles.question} title={page.question} to={page.permalink}>
        {page.label}
        {page.difficulty && <Level difficulty={page.difficulty} />}
      </Link>
      <span className={styles.standing}>
        <Standing question={page.id} />
      </span>
      <details>
        <summary
          aria-label={`꼬리 ${page.followUps.length}, ${page.label}`}
          className={styles.summary}>
          {`꼬리 ${page.followUps.length}`}
        </summary>
        <ul className={styles.followUps}>
          {page.followUps.map(({kind, id, question}) => (
            <li key={id} {...marked(kindMark, kind)}>
              <span className={styles.kind}>
                {kindLabels[kind]} <Standing question={`${page.id}#${id}`} />
              </span>{' '}
              <Link to={`${page.permalink}#${id}`}>{question}</Link>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
