import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useLatestVersion} from '@docusaurus/plugin-content-docs/client';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {mainId} from '@site/lib/anchors';
import SearchForm from '@site/src/components/SearchForm';

/** What the worker shows in the place of a page that is not stored, when there is no connection. */
export default function NotStored(): ReactNode {
  const {label} = useLatestVersion('default');
  return (
    <Layout title="저장되어 있지 않은 페이지">
      <Head>
        <meta content="noindex" name="robots" />
      </Head>
      <main className="search-page" id={mainId}>
        <Heading as="h1">저장되어 있지 않은 페이지입니다</Heading>
        <p>
          지금은 인터넷에 연결되어 있지 않고, 이 주소는 이 기기에 저장한 것에 없습니다. 연결되면
          새로 고쳐 주세요.
        </p>
        <p>
          버전 {label}의 <Link to="/questions/">모든 질문</Link>과 답,{' '}
          <Link to="/practice/">떠올려 보기</Link>, 검색은 지금도 쓸 수 있습니다.
        </p>
        <SearchForm />
      </main>
    </Layout>
  );
}
