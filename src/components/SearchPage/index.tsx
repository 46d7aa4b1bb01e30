import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useLatestVersion} from '@docusaurus/plugin-content-docs/client';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {mainId} from '@site/lib/anchors';
import {searchIndexFile, searchTextsFile} from '@site/lib/search/searchIndexFile';
import {withBehavior} from '@site/lib/behaviors';
import SearchForm from '@site/src/components/SearchForm';
import SearchSuggestions from '@site/src/components/SearchSuggestions';

/** `/search/?q=…`: results that can be linked, in the latest version; src/browser/search finds them. */
export default function SearchPage(): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const version = useLatestVersion('default');
  return (
    <Layout title="검색" description={`${siteConfig.title}에서 면접 질문을 찾습니다.`}>
      <Head>
        <meta content="noindex" name="robots" />
      </Head>
      <main
        className="search-page"
        {...withBehavior('search-page')}
        data-index={useBaseUrl(searchIndexFile(version.name))}
        data-texts={useBaseUrl(searchTextsFile(version.name))}
        id={mainId}>
        <Heading as="h1">검색</Heading>
        <noscript>
          <p>
            검색에는 자바스크립트가 필요합니다. <Link to="/questions/">모든 질문</Link>에서
            찾아보세요.
          </p>
        </noscript>
        <SearchForm />
        <p aria-live="polite" />
        <div data-part="results" />
        <SearchSuggestions />
        <p>버전 {version.label}에서 찾습니다.</p>
      </main>
    </Layout>
  );
}
