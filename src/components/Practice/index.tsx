import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {mainId} from '@site/lib/anchors';
import {withBehavior} from '@site/lib/behaviors';
import {kindLabels, type QuestionMap, type QuestionPage} from '@site/lib/page';
import {practiceFile} from '@site/lib/practice/practiceSet';
import Standing from '@site/src/components/Standing';

interface Props {
  /** From site/questionMap. */
  readonly map: QuestionMap;
}

/** `/practice/`: src/browser/practice asks the questions of the latest version. Without it, they are links to their answers. */
export default function Practice({map}: Props): ReactNode {
  return (
    <Layout
      description={`${map.topic} 면접 질문에 소리 내어 답하고, 말한 문장에 표시하며 공부합니다.`}
      title="떠올려 보기">
      <Head>
        <link href={useBaseUrl('practice/practice.css')} rel="stylesheet" />
        <link href={useBaseUrl('site.webmanifest')} rel="manifest" />
        <link href={useBaseUrl('img/icon-180.png')} rel="apple-touch-icon" />
      </Head>
      <main className="practice" id={mainId}>
        <Heading as="h1">떠올려 보기</Heading>
        <p className="practice-lead">
          질문을 보고 소리 내어 답한 다음, 답을 펼쳐 말한 문장에 표시합니다. 기록은 이 브라우저에만
          남고 어디로도 보내지 않습니다. 시간을 재며 꼬리질문까지 이어서 답하려면{' '}
          <Link to="/interview/">모의&nbsp;면접</Link>을 보세요.
        </p>
        <p className="practice-scriptless">
          묻고 표시하는 데에는 자바스크립트가 필요합니다. 아래의 질문에 먼저 답해 보고, 눌러서 답과
          견주어 보세요. 종이로 보려면 <Link to="/practice/last-day/">마지막 날에 볼 한 장</Link>이
          있습니다.
        </p>
        <div
          className="practice-app"
          {...withBehavior('practice')}
          data-changes={useBaseUrl('versions/')}
          data-set={useBaseUrl(practiceFile(map.versionName))}
        />
        <section className="practice-list">
          <Heading as="h2">모든 질문</Heading>
          {map.areas.flatMap(({sections}) =>
            sections.flatMap(({pages}) =>
              pages.map((page) => <Chain key={page.permalink} page={page} />),
            ),
          )}
        </section>
      </main>
    </Layout>
  );
}

/** A page's question with those that follow. */
function Chain({
  page: {id, permalink, question, followUps},
}: {
  readonly page: QuestionPage;
}): ReactNode {
  return (
    <>
      <p>
        <Link to={permalink}>{question}</Link> <Standing question={id} />
      </p>
      <ul>
        {followUps.map((followUp) => (
          <li key={followUp.id}>
            <span className="practice-kind">{kindLabels[followUp.kind]}</span>{' '}
            <Link to={`${permalink}#${followUp.id}`}>{followUp.question}</Link>{' '}
            <Standing question={`${id}#${followUp.id}`} />
          </li>
        ))}
      </ul>
    </>
  );
}
