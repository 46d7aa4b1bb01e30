import {useEffect, useState} from 'react';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {Search} from '@site/lib/search/search';
import {searchIndexFile, searchTextsFile} from '@site/lib/search/searchIndexFile';
import {loadSearch, loadTexts} from './loadSearch';

export type SearchState =
  {status: 'loading'} | {status: 'failed'; retry: () => void} | {status: 'ready'; search: Search};

/** The search of a version, loaded as soon as the component is there. */
export default function useSearch(version: string): SearchState {
  const address = useBaseUrl(searchIndexFile(version));
  const textsAddress = useBaseUrl(searchTextsFile(version));
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<{address: string; search: Search | undefined}>();
  useEffect(() => {
    let isCurrent = true;
    const finish = (search: Search | undefined) => {
      if (isCurrent) {
        setLoaded({address, search});
      }
    };
    loadSearch(address).then(
      (search) => {
        finish(search);
        // The texts come after the index, which results wait for; without them nothing is excerpted.
        const finishWith = (texts: string[]) =>
          finish((query, limit) => search(query, limit, texts));
        loadTexts(textsAddress).then(finishWith, () => finishWith([]));
      },
      () => finish(undefined),
    );
    return () => {
      isCurrent = false;
    };
  }, [address, textsAddress, attempt]);
  if (loaded?.address !== address) {
    return {status: 'loading'};
  }
  return loaded.search
    ? {status: 'ready', search: loaded.search}
    : {
        status: 'failed',
        retry: () => {
          setLoaded(undefined);
          setAttempt(attempt + 1);
        },
      };
}
