import type {ReactNode} from 'react';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {useActiveVersion, useLatestVersion} from '@docusaurus/plugin-content-docs/client';
import {searchIndexFile, searchTextsFile} from '@site/lib/search/searchIndexFile';
import {withBehavior} from '@site/lib/behaviors';
import {visuallyHiddenClass} from '@site/lib/pageMarkup';
import {versionInWords} from '@site/lib/versionName';

/**
 * The dialog of the search, with a form that asks the search page: src/browser/search lets it
 * search where it is, as soon as it has come.
 */
export default function SearchDialog(): ReactNode {
  const latest = useLatestVersion('default');
  const version = useActiveVersion('default') ?? latest;
  return (
    <dialog
      aria-label="검색"
      className="search-dialog"
      {...withBehavior('search-dialog')}
      data-index={useBaseUrl(searchIndexFile(version.name))}
      data-newer-version={version.name === latest.name ? undefined : latest.label}
      data-texts={useBaseUrl(searchTextsFile(version.name))}>
      <div className="search-field">
        <form action={useBaseUrl('search/')}>
          <input
            aria-label={`${versionInWords(version.label)}에서 찾기`}
            autoComplete="off"
            autoFocus
            enterKeyHint="search"
            name="q"
            placeholder="질문이나 낱말로 찾기"
            spellCheck={false}
            type="text"
          />
        </form>
        <form method="dialog">
          <button type="submit">닫기</button>
        </form>
      </div>
      <p aria-live="polite" className={visuallyHiddenClass} />
      <div className="search-body" data-part="results" />
    </dialog>
  );
}
