// Change: our own search, which works offline; Algolia's when the build was told of it.
import {lazy, Suspense, useEffect, useState, type ReactNode} from 'react';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useIsBrowser from '@docusaurus/useIsBrowser';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import AlgoliaSearchBar from '@theme-original/SearchBar';
import {isSlashOn} from '@site/src/components/SearchDialog/shortcutSetting';
import styles from './styles.module.css';

const loadDialog = () => import('@site/src/components/SearchDialog');
const SearchDialog = lazy(loadDialog);

export default function SearchBar(): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  return siteConfig.themeConfig.algolia ? <AlgoliaSearchBar /> : <LocalSearchBar />;
}

/** Without JavaScript a link to the list of all questions; with it the button of the search. */
function LocalSearchBar(): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const isReady = useIsBrowser();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const isSlash =
        event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && isSlashOn();
      if (isCommand || (isSlash && !isTyping(event.target))) {
        event.preventDefault();
        setIsOpen(true);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  // Nothing of the search is fetched before it is wanted.
  const prepare = () => void loadDialog();
  return (
    <>
      <a
        aria-haspopup={isReady ? 'dialog' : undefined}
        aria-keyshortcuts="Control+K Meta+K"
        className={styles.button}
        href={useBaseUrl('questions/')}
        onClick={(event) => {
          event.preventDefault();
          setIsOpen(true);
        }}
        onFocus={prepare}
        onKeyDown={(event) => {
          if (event.key === ' ') {
            event.preventDefault();
            setIsOpen(true);
          }
        }}
        onMouseEnter={prepare}
        role={isReady ? 'button' : undefined}>
        <svg aria-hidden="true" height="18" viewBox="0 0 24 24" width="18">
          <path
            d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L21 21"
            fill="none"
            stroke="currentColor"
            strokeLinecap="round"
            strokeWidth="2"
          />
        </svg>
        <span className={styles.label}>검색</span>
        <kbd aria-hidden="true" className={styles.key}>
          Ctrl K
        </kbd>
      </a>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
