import {useState, type ReactNode} from 'react';
import {useHistory, useLocation} from '@docusaurus/router';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {useLatestVersion} from '@docusaurus/plugin-content-docs/client';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {groupByPage, Readings, ResultText, SearchTrouble} from '@site/src/components/SearchResults';
import useSearch from '@site/src/components/SearchResults/useSearch';
import {searchQueryId} from '@site/lib/anchors';
import styles from './styles.module.css';

/** `/search/?q=…`: results that can be linked, in the latest version. */
export default function SearchPage(): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const version = useLatestVersion('default');
  // The query is known in the browser alone: the page is built without one.
  const isBrowser = useIsBrowser();
  const {search: parameters} = useLocation();
  const initialQuery = (isBrowser && new URLSearchParams(parameters).get('q')) || '';
  return (
    <Layout title="검색" description={`${siteConfig.title}에서 면접 질문을 찾습니다.`}>
      <Head>
        <meta content="noindex" name="robots" />
      </Head>
      <main className={styles.page}>
        <Heading as="h1">검색</Heading>
        <noscript>
          <p>
            검색에는 자바스크립트가 필요합니다. <Link to="/questions/">모든 질문</Link>에서
            찾아보세요.
          </p>
        </noscript>
        <Results initialQuery={initialQuery} key={initialQuery} version={version.name} />
        <p className={styles.version}>버전 {version.label}에서 찾습니다.</p>
      </main>
    </Layout>
  );
}

function Results({
  initialQuery,
  version,
}: {
  readonly initialQuery: string;
  readonly version: string;
}): ReactNode {
  const history = useHistory();
  const {pathname} = useLocation();
  const state = useSearch(version);
  const [query, setQuery] = useState(initialQuery);
  const answer =
    state.status === 'ready' && query.trim() !== '' ? state.search(query, 20) : undefined;

  return (
    <>
      <form
        action={pathname}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          history.replace(`${pathname}?q=${encodeURIComponent(query)}`);
        }}
        role="search">
        <label className={styles.label} htmlFor={searchQueryId}>
          질문이나 낱말
        </label>
        <input
          autoComplete="off"
          className={styles.input}
          id={searchQueryId}
          name="q"
          onChange={({target}) => setQuery(target.value)}
          type="search"
          value={query}
        />
      </form>
      {query.trim() !== '' && <SearchTrouble state={state} />}
      {answer && <Readings readings={answer.readings} />}
      <p aria-live="polite" className={styles.count}>
        {answer &&
          (answer.results.length > 0
            ? `결과 ${answer.results.length}개`
            : `‘${query.trim()}’에 맞는 답을 찾지 못했습니다. 낱말을 줄이거나 다른 말로 찾아보세요.`)}
      </p>
      {groupByPage(answer?.results ?? []).map(([page, results]) => (
        <section aria-label={page} key={page}>
          <Heading as="h2" className={styles.group}>
            {page}
          </Heading>
          <ul className={styles.list}>
            {results.map((result) => (
              <li key={result.document.url}>
                <a
                  className={styles.result}
                  href={result.document.url}
                  onClick={(event) => {
                    if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
                      event.preventDefault();
                      history.push(result.document.url, {searchWords: result.words});
                    }
                  }}>
                  <ResultText result={result} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
