import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {mainId} from '@site/lib/anchors';
import {withBehavior} from '@site/lib/behaviors';
import type {QuestionMap} from '@site/lib/page';
import {practiceFile} from '@site/lib/practice/practiceSet';

interface Props {
  /** From site/questionMap. */
  readonly map: QuestionMap;
}

/** `/interview/`: src/browser/interview asks as an interviewer does. Without it, paper does. */
export default function Interview({map}: Props): ReactNode {
  return (
    <Layout
      description={`${map.topic} 질문으로 10분 동안 모의 면접을 봅니다. 혼자서도, 둘이서도 할 수 있습니다.`}
      title="모의 면접">
      <Head>
        <link href={useBaseUrl('practice/practice.css')} rel="stylesheet" />
      </Head>
      <main className="practice" id={mainId}>
        <Heading as="h1">모의 면접</Heading>
        <p className="practice-lead">
          면접관처럼 제목과 다른 말로 묻고, 빠뜨린 것이 있으면 그것을, 모두 말하면 더 깊은 것을
          이어서 묻습니다. 답은 소리 내어 하고, 펼쳐서 말한 문장에 표시합니다. 녹음은 누를 때만 하고
          이 창을 떠나면 사라집니다.
        </p>
        <p className="practice-scriptless">
          시계와 이어지는 질문에는 자바스크립트가 필요합니다. 대신 종이로 할 수 있습니다.
        </p>
        <div
          className="practice-app"
          {...withBehavior('interview')}
          data-changes={useBaseUrl('versions/')}
          data-practice={useBaseUrl('practice/')}
          data-set={useBaseUrl(practiceFile(map.versionName))}
        />
        <p className="practice-list">
          종이로 하려면 <Link to="/interview/sheet/">면접관 자료</Link>를, 답을 먼저 익히려면{' '}
          <Link to="/practice/">떠올려 보기</Link>와 <Link to="/questions/">모든 질문</Link>을
          보세요.
        </p>
      </main>
    </Layout>
  );
}
