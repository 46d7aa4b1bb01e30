import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {initialAnchor, mainId} from '@site/lib/anchors';
import {groupBy} from '@site/lib/groupBy';
import {initialOf} from '@site/lib/hangulInitial';
import {kindLabels, pagesOfMap, type QuestionKind, type QuestionMap} from '@site/lib/page';
import styles from './styles.module.css';

interface Props {
  /** From site/questionMap. */
  readonly map: QuestionMap;
}

interface IndexedQuestion {
  kind: QuestionKind;
  question: string;
  to: string;
}

/** Every question of the latest version in alphabetical order: the search of a browser without JavaScript. */
export default function QuestionIndex({map}: Props): ReactNode {
  const questions: IndexedQuestion[] = pagesOfMap(map)
    .flatMap(({question, permalink, followUps}): IndexedQuestion[] => [
      {kind: 'question', question, to: permalink},
      ...followUps.map(({kind, id, question: text}) => ({
        kind,
        question: text,
        to: `${permalink}#${id}`,
      })),
    ])
    .sort((a, b) => a.question.localeCompare(b.question, 'ko'));
  const groups = [...groupBy(questions, ({question}) => initialOf(question))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return (
    <Layout description={`${map.topic} 면접 질문을 가나다순으로 모았습니다.`} title="모든 질문">
      <main className={styles.page} id={mainId}>
        <Heading as="h1">모든 질문</Heading>
        <p>
          버전 {map.version}의 질문 {questions.length}개를 A부터 ㅎ까지 늘어놓았습니다.
        </p>
        {groups.map(([initial, group]) => (
          <section aria-labelledby={initialAnchor(initial)} key={initial}>
            <Heading as="h2" className={styles.initial} id={initialAnchor(initial)}>
              {initial}
            </Heading>
            <ul className={styles.list}>
              {group.map(({kind, question, to}) => (
                <li key={to}>
                  <Link to={to}>{question}</Link>{' '}
                  <span className={styles.kind}>{kindLabels[kind]}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </Layout>
  );
}
