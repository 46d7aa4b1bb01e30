import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {levelAnchors, mainId, topicAnchor} from '@site/lib/anchors';
import {withBehavior} from '@site/lib/behaviors';
import {
  difficulties,
  difficultyOf,
  kindLabels,
  type Difficulty,
  type QuestionMap,
  type QuestionPage,
} from '@site/lib/page';
import {kindMark, marked} from '@site/lib/pageMarkup';
import {Level} from '@site/src/components/Level';
import styles from './styles.module.css';

interface Props {
  /** From site/questionMap. */
  readonly map: QuestionMap;
}

/** Every question of the latest version by topic: the search of a browser without JavaScript. */
export default function QuestionIndex({map}: Props): ReactNode {
  const sections = map.areas.flatMap((area) => area.sections);
  return (
    <Layout description={`${map.topic} 면접 질문을 주제별로 모았습니다.`} title="모든 질문">
      <main className={styles.page} {...withBehavior('question-list')} id={mainId}>
        <Heading as="h1">모든 질문</Heading>
        <p>
          버전 {map.version}의 질문 {map.counts.questions}개입니다.
        </p>
        {/* What `:target` names: whatever follows shows that level alone. */}
        {difficulties.map((difficulty) => (
          <span className={styles.level} id={levelAnchors[difficulty]} key={difficulty} />
        ))}
        <div className={styles.filters}>
          <nav aria-label="수준">
            <a data-filter="" href={`#${mainId}`}>
              모든 수준
            </a>
            {difficulties.map((difficulty) => (
              <a data-filter="" href={`#${levelAnchors[difficulty]}`} key={difficulty}>
                <Mark difficulty={difficulty} />
                {`${difficulty}만`}
              </a>
            ))}
          </nav>
          <nav aria-label="주제">
            {sections.map(({id, label}) => (
              <a href={`#${topicAnchor(id)}`} key={id}>
                {label}
              </a>
            ))}
          </nav>
        </div>
        {sections.map(({id, label, pages}) => (
          <section
            aria-labelledby={topicAnchor(id)}
            className={styles.topic}
            data-levels={levelsOf(pages)}
            key={id}>
            <Heading as="h2" id={topicAnchor(id)}>
              {label}
            </Heading>
            <ul className={styles.pages}>
              {pages.map((page) => (
                <PageEntry key={page.permalink} page={page} />
              ))}
            </ul>
          </section>
        ))}
      </main>
    </Layout>
  );
}

function PageEntry({page}: {readonly page: QuestionPage}): ReactNode {
  const {question, permalink, difficulty, followUps} = page;
  return (
    <li className={styles.entry} data-levels={levelsOf([page])}>
      <Link to={permalink}>{question}</Link> {difficulty && <Level difficulty={difficulty} />}
      <ul>
        {followUps.map(({kind, id, question: followUp}) => (
          <li
            key={id}
            data-levels={difficulty && levelAnchors[difficultyOf(kind, difficulty)]}
            {...marked(kindMark, kind)}>
            <Link to={`${permalink}#${id}`}>{followUp}</Link>{' '}
            <span className={styles.kind}>{kindLabels[kind]}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Mark({difficulty}: {readonly difficulty: Difficulty}): ReactNode {
  return (
    <span aria-hidden="true">
      <Level difficulty={difficulty} />{' '}
    </span>
  );
}

/** The levels of all questions of some pages, for the filter; none where a page has no level. */
function levelsOf(pages: readonly QuestionPage[]): string | undefined {
  const levels = pages.flatMap(({difficulty, followUps}) =>
    difficulty ? [difficulty, ...followUps.map(({kind}) => difficultyOf(kind, difficulty))] : [],
  );
  return [...new Set(levels)].map((level) => levelAnchors[level]).join(' ') || undefined;
}
