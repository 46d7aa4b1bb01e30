import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {pagesOfMap, type QuestionMap} from '@site/lib/page';
import {withBehavior} from '@site/lib/behaviors';
import BookLinks from '@site/src/components/BookLinks';
import {homeAnchors, mainId} from '@site/lib/anchors';
import Chain from './Chain';
import MapOfQuestions from './MapOfQuestions';
import Steps from './Steps';
import styles from './styles.module.css';

interface Props {
  /** From site/questionMap. */
  readonly map: QuestionMap;
}

export default function Home({map}: Props): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const first = pagesOfMap(map)[0];
  const {questions, references, diagrams} = map.counts;
  return (
    <Layout description={siteConfig.tagline} title={`${map.topic} 면접 질문`}>
      <main className={styles.home} id={mainId}>
        <div className={styles.hero}>
          <header>
            <Heading as="h1" className={styles.title}>
              면접은 한 질문에서
              <br />
              끝나지 않습니다
            </Heading>
            <p className={styles.lead}>
              답을 하면 그 답에서 다음 질문이 나옵니다. {map.topic} 질문을 면접관이 묻는 순서대로
              따라가며, 출처가 있는 답으로 공부합니다.
            </p>
            <p className={styles.actions}>
              {first && (
                <Link
                  className={styles.primaryAction}
                  {...withBehavior('resume')}
                  to={first.permalink}>
                  첫 질문부터 읽기
                </Link>
              )}
              <Link className={styles.secondaryAction} to="/practice/">
                떠올려 보기
              </Link>
              <a className={styles.secondaryAction} href={`#${homeAnchors.map}`}>
                질문 지도 보기
              </a>
            </p>
            <ul className={styles.counts}>
              <li>
                <Link to="/questions/">
                  <b>{questions}</b> 질문
                </Link>
              </li>
              <li>
                <Link to={map.bibliography}>
                  <b>{references}</b> 출처
                </Link>
              </li>
              <li>
                <b>{diagrams}</b> 그림
              </li>
            </ul>
            {map.corrections && (
              <p className={styles.note}>
                버전 {map.version} · 바탕이 된 노트의 틀린 설명은{' '}
                <Link to={map.corrections}>이유와 함께 바로잡았습니다</Link>
              </p>
            )}
          </header>
          {first && <Chain page={first} />}
        </div>

        <section aria-labelledby={homeAnchors.ways} className={styles.section}>
          <Heading as="h2" id={homeAnchors.ways}>
            이렇게 공부합니다
          </Heading>
          <Steps />
          <p className={styles.note}>
            혼자 소리 내어 답하려면 <Link to="/practice/">떠올려 보기</Link>, 시간을 재며
            꼬리질문까지 이어 가려면 <Link to="/interview/">모의&nbsp;면접</Link>이 있습니다.
          </p>
        </section>

        <MapOfQuestions map={map} />

        <section aria-labelledby={homeAnchors.books} className={styles.books}>
          <img
            alt=""
            className={styles.mark}
            height="72"
            src={useBaseUrl('img/favicon.svg')}
            width="72"
          />
          <div>
            <Heading as="h2" id={homeAnchors.books}>
              책으로 가져가기
            </Heading>
            <p>
              버전마다 모든 글과 답을 담은 책이 있습니다. 신호가 없는 곳에서도, 종이로도 읽습니다.
            </p>
            <BookLinks version={map.versionName} />
            <p>
              <Link to="/take/">이 기기에 저장, 파일로 여는 폴더, Anki 덱</Link>도 있습니다.
            </p>
            <p>
              틀린 곳을 보셨다면 글 아래의 ‘이 글 고치기’를 누르거나{' '}
              <Link to="/contributing/">기여 안내</Link>를 읽어 주세요.
            </p>
          </div>
        </section>
      </main>
    </Layout>
  );
}
