import {Fragment, type ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {kindLabels, pagesOfMap, type QuestionMap, type QuestionPage} from '@site/lib/page';
import BookLinks from '@site/src/components/BookLinks';
import {homeAnchors, mainId} from '@site/lib/anchors';
import {kindMark, marked} from '@site/lib/pageMarkup';
import styles from './styles.module.css';

interface Props {
  /** From site/questionMap. */
  readonly map: QuestionMap;
}

export default function Home({map}: Props): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const pages = pagesOfMap(map);
  const first = pages[0];
  const questionCount = pages.reduce((sum, {followUps}) => sum + 1 + followUps.length, 0);
  return (
    <Layout description={siteConfig.tagline} title={`${map.topic} 면접 질문`}>
      <main className={styles.home} id={mainId}>
        <header className={styles.hero}>
          <Heading as="h1" className={styles.title}>
            면접은 한 질문에서
            <br />
            끝나지 않습니다
          </Heading>
          <p className={styles.lead}>
            “가상화가 무엇인가요?” 다음에는 반드시 다음 질문이 옵니다. 꼬리물기는 {map.topic} 질문을
            면접관이 묻는 순서대로 따라가며 공부하는 노트입니다. 답마다 면접에서 말할 답과 출처가
            있고, 바탕이 된 노트의 틀린 설명은{' '}
            {map.corrections ? (
              <Link to={map.corrections}>이유와 함께 바로잡았습니다</Link>
            ) : (
              '이유와 함께 바로잡았습니다'
            )}
            .
          </p>
          <p className={styles.actions}>
            {first && (
              <Link className={styles.primaryAction} to={first.permalink}>
                첫 질문부터 읽기
              </Link>
            )}
            <a className={styles.secondaryAction} href={`#${homeAnchors.map}`}>
              질문 지도 보기
            </a>
          </p>
          <p className={styles.facts}>
            버전 {map.version} · 질문 {questionCount}개 · 백엔드·인프라 기술 면접을 준비하는 분을
            위해 씁니다
          </p>
        </header>

        <section aria-labelledby={homeAnchors.map} className={styles.section}>
          <Heading as="h2" id={homeAnchors.map}>
            질문 지도
          </Heading>
          {map.areas.map((area) => (
            <Fragment key={area.label}>
              {map.areas.length > 1 && (
                <Heading as="h3" className={styles.areaTitle}>
                  {area.label}
                </Heading>
              )}
              {area.sections.map(({label, pages: ofSection}) => (
                <Fragment key={label}>
                  <Heading as={map.areas.length > 1 ? 'h4' : 'h3'} className={styles.sectionTitle}>
                    {label}
                  </Heading>
                  <ol className={styles.map}>
                    {ofSection.map((page) => (
                      <MapBranch key={page.permalink} page={page} />
                    ))}
                  </ol>
                </Fragment>
              ))}
            </Fragment>
          ))}
        </section>

        <section aria-labelledby={homeAnchors.ways} className={styles.section}>
          <Heading as="h2" id={homeAnchors.ways}>
            이렇게 쓸 수 있습니다
          </Heading>
          <ul className={styles.ways}>
            <li>
              <Heading as="h3">먼저 답해 보기</Heading>
              <p>
                꼬리질문의 답은 접혀 있습니다. 질문만 보고 말로 답해 본 뒤에 펼쳐서 견주어 보세요.
              </p>
            </li>
            <li>
              <Heading as="h3">출처 확인하기</Heading>
              <p>
                문장 끝의 작은 번호가 출처입니다. 모든 출처는{' '}
                <Link to={map.bibliography}>참고 문헌</Link>에 모았습니다.
              </p>
            </li>
            <li>
              <Heading as="h3">PDF로 가져가기</Heading>
              <p>
                버전마다 모든 글과 답을 담은 책이 있습니다. 신호가 없는 곳에서도, 종이로도 읽을 수
                있습니다.
              </p>
              <BookLinks version={map.versionName} />
            </li>
            <li>
              <Heading as="h3">함께 고치기</Heading>
              <p>
                글은 모두 Markdown입니다. 글 아래의 ‘이 글 고치기’를 누르거나{' '}
                <Link to="/contributing/">기여 안내</Link>를 읽어 주세요.
              </p>
            </li>
          </ul>
        </section>
      </main>
    </Layout>
  );
}

function MapBranch({page}: {readonly page: QuestionPage}): ReactNode {
  return (
    <li className={styles.branch}>
      {page.difficulty && <span className={styles.kind}>{page.difficulty}</span>}
      <Link className={styles.question} to={page.permalink}>
        {page.question}
      </Link>
      <details className={styles.followUpsOf}>
        <summary>이어지는 질문 {page.followUps.length}개</summary>
        <ul className={styles.followUps}>
          {page.followUps.map(({kind, id, question}) => (
            <li className={styles.leaf} {...marked(kindMark, kind)} key={id}>
              <span className={styles.kind}>{kindLabels[kind]}</span>
              <Link to={`${page.permalink}#${id}`}>{question}</Link>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
