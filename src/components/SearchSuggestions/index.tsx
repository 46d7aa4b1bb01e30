import type {ReactNode} from 'react';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {searchSuggestions} from '@site/lib/search/suggestions';

/** What one can seek, for who has nothing to seek yet. */
export default function SearchSuggestions(): ReactNode {
  const search = useBaseUrl('search/');
  return (
    <div className="search-suggestions">
      <p>이렇게 찾아보세요</p>
      <ul>
        {searchSuggestions.map((query) => (
          <li key={query}>
            <a href={`${search}?q=${encodeURIComponent(query)}`}>{query}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
