import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import useBaseUrl from '@docusaurus/useBaseUrl';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {mainId} from '@site/lib/anchors';
import {marked, sheetMark} from '@site/lib/pageMarkup';
import type {QuestionMap} from '@site/lib/page';

interface Props {
  readonly map: QuestionMap;
  readonly kind: 'interviewer' | 'last-day';
  readonly title: string;
  readonly children: ReactNode;
}

/** A page to print: outputs/practice writes the questions of the latest version into it. */
export default function PracticeSheet({map, kind, title, children}: Props): ReactNode {
  return (
    <Layout description={`${map.topic} 면접 질문: ${title}`} title={title}>
      <Head>
        <link href={useBaseUrl('practice/practice.css')} rel="stylesheet" />
      </Head>
      <main className="practice practice-sheet" id={mainId}>
        <Heading as="h1">{title}</Heading>
        <p className="practice-lead">{children}</p>
        <div {...marked(sheetMark, kind)} data-version={map.versionName} />
      </main>
    </Layout>
  );
}
