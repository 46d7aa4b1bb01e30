// Change: our own words, the id that the skip link leads to, and ways on from here.
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Heading from '@theme/Heading';
import type {Props} from '@theme/NotFound/Content';
import clsx from 'clsx';
import {mainId} from '@site/lib/anchors';
import {withBehavior} from '@site/lib/behaviors';
import {emptyErrorReportUrl} from '@site/lib/errorReport';
import SearchForm from '@site/src/components/SearchForm';
import SearchSuggestions from '@site/src/components/SearchSuggestions';
import styles from './styles.module.css';

export default function NotFoundContent({className}: Props): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const {repositoryUrl} = siteConfig.customFields as {repositoryUrl: string};
  return (
    <main className={clsx('search-page', className)} id={mainId}>
      {/* Two links of a chain that do not meet. */}
      <svg
        aria-hidden="true"
        className={styles.drawing}
        height="96"
        viewBox="0 0 160 96"
        width="160">
        <rect className={styles.filled} height="26" rx="8" width="84" x="2" y="2" />
        <path className={styles.line} d="M20 28v14q0 8 8 8h8M76 62h14" />
        <rect className={styles.card} height="26" rx="8" width="66" x="90" y="49" />
      </svg>
      <Heading as="h1">찾는 글이 없습니다</Heading>
      <p>
        주소가 바뀌었거나 없는 페이지입니다. 질문이나 낱말로 찾거나{' '}
        <Link to="/questions/" {...withBehavior('nearest-pages')}>
          모든 질문
        </Link>
        에서 골라 주세요.
      </p>
      <SearchForm />
      <SearchSuggestions />
      <p>
        이 사이트의 링크를 따라왔다면{' '}
        <Link to={emptyErrorReportUrl(repositoryUrl)}>틀린 링크를 알려 주세요</Link>.
      </p>
    </main>
  );
}
