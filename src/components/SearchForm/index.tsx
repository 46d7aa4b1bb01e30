import type {ReactNode} from 'react';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {searchQueryId} from '@site/lib/anchors';

/** The field of the search page, there and where one is sent to it. */
export default function SearchForm(): ReactNode {
  return (
    <form action={useBaseUrl('search/')} role="search">
      <label htmlFor={searchQueryId}>질문이나 낱말</label>
      <input autoComplete="off" id={searchQueryId} name="q" type="search" />
    </form>
  );
}
