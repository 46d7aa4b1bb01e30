// Change: a link to the list of all questions, which src/browser/search.ts makes the button of our search, or of Algolia's when the build was told of it.
import type {ReactNode} from 'react';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useActiveVersion, useLatestVersion} from '@docusaurus/plugin-content-docs/client';
import SearchDialog from '@site/src/components/SearchDialog';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

export default function SearchBar(): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const {algolia} = siteConfig.customFields as {algolia?: object};
  const latest = useLatestVersion('default');
  const {name} = useActiveVersion('default') ?? latest;
  // What Docusaurus says to the crawler of Algolia of the pages of this version, and of those of none.
  const facetFilters = [
    'language:ko',
    ['docusaurus_tag:default', `docusaurus_tag:docs-default-${name}`],
  ];
  return (
    <>
      <a
        aria-keyshortcuts="Control+K Meta+K"
        className={styles.button}
        data-algolia={algolia && JSON.stringify({...algolia, searchParameters: {facetFilters}})}
        {...withBehavior('search')}
        href={useBaseUrl('questions/')}>
        <svg aria-hidden="true" height="18" viewBox="0 0 24 24" width="18">
          <path
            d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L21 21"
            fill="none"
            stroke="currentColor"
            strokeLinecap="round"
            strokeWidth="2"
          />
        </svg>
        <span>검색</span>
        <kbd aria-hidden="true" className={styles.key}>
          Ctrl K
        </kbd>
      </a>
      {!algolia && <SearchDialog />}
    </>
  );
}
