import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import {useHistory} from '@docusaurus/router';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {useActiveVersion, useLatestVersion} from '@docusaurus/plugin-content-docs/client';
import type {SearchResult} from '@site/lib/search/search';
import {groupByPage, Readings, ResultText, SearchTrouble} from '@site/src/components/SearchResults';
import useSearch from '@site/src/components/SearchResults/useSearch';
import {forgetSearches, readRecentSearches, rememberSearch} from './recentSearches';
import {isSlashOn, setSlashOn} from './shortcutSetting';
import styles from './styles.module.css';

interface Props {
  readonly onClose: () => void;
}

const suggestions = [
  '컨테이너 격리',
  'DinD와 DooD 차이',
  '도커 데몬이 뭐예요',
  '/var/run/docker.sock',
];

/** The search: a modal dialog with a combobox (WAI-ARIA 1.2), open as long as it is rendered. */
export default function SearchDialog({onClose}: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const history = useHistory();
  const latest = useLatestVersion('default');
  const version = useActiveVersion('default') ?? latest;
  const state = useSearch(version.name);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const searchPage = useBaseUrl('search/');

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const answer = useMemo(
    () => (state.status === 'ready' && query.trim() !== '' ? state.search(query, 12) : undefined),
    [state, query],
  );
  const groups = groupByPage(answer?.results ?? []);
  const results = groups.flatMap(([, group]) => group);
  const optionId = (index: number) => `${id}-option-${index}`;

  useEffect(() => {
    document.getElementById(`${id}-option-${active}`)?.scrollIntoView({block: 'nearest'});
  }, [active, id]);

  function type(text: string) {
    setQuery(text);
    setActive(0);
  }

  function choose({document: {url}, words}: SearchResult) {
    rememberSearch(query.trim());
    dialog.current?.close();
    history.push(url, {searchWords: words});
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter and arrows that belong to the input method: it is still composing a syllable.
    if (event.nativeEvent.isComposing || event.keyCode === 229) {
      return;
    }
    const result = results[active];
    if (event.key === 'Enter' && result) {
      event.preventDefault();
      choose(result);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (results.length > 0) {
        setActive((active + step + results.length) % results.length);
      }
    }
  }

  return (
    // A click on the backdrop closes, as Escape does.
    <dialog
      aria-label="검색"
      className={styles.dialog}
      onClick={(event) => {
        if (event.target === dialog.current) {
          dialog.current.close();
        }
      }}
      onClose={onClose}
      ref={dialog}>
      <div className={styles.panel}>
        <div className={styles.field}>
          <input
            aria-activedescendant={results.length > 0 ? optionId(active) : undefined}
            aria-autocomplete="list"
            aria-controls={`${id}-list`}
            aria-expanded={results.length > 0}
            aria-label={`버전 ${version.label}에서 찾기`}
            autoComplete="off"
            autoFocus
            className={styles.input}
            enterKeyHint="go"
            onChange={({target}) => type(target.value)}
            onKeyDown={onKeyDown}
            placeholder="질문이나 낱말로 찾기"
            ref={input}
            role="combobox"
            spellCheck={false}
            type="text"
            value={query}
          />
          <button className={styles.close} onClick={() => dialog.current?.close()} type="button">
            닫기
          </button>
        </div>
        <p aria-live="polite" className={styles.status}>
          {answer && (results.length > 0 ? `결과 ${results.length}개` : '찾은 것이 없습니다')}
        </p>
        <div className={styles.body}>
          <SearchTrouble state={state} />
          {answer && <Readings readings={answer.readings} />}
          <div aria-label="검색 결과" id={`${id}-list`} role="listbox" tabIndex={-1}>
            {groups.map(([page, group]) => (
              <div aria-label={page} className={styles.group} key={page} role="group">
                <p aria-hidden="true" className={styles.page}>
                  {page}
                </p>
                {group.map((result) => {
                  const index = results.indexOf(result);
                  return (
                    <a
                      aria-selected={index === active}
                      className={styles.option}
                      href={result.document.url}
                      id={optionId(index)}
                      key={result.document.url}
                      onClick={(event) => {
                        if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
                          event.preventDefault();
                          choose(result);
                        }
                      }}
                      onMouseMove={() => setActive(index)}
                      role="option"
                      tabIndex={-1}>
                      <ResultText result={result} />
                    </a>
                  );
                })}
              </div>
            ))}
          </div>
          {answer && results.length === 0 && <NothingFound query={query} />}
          {query.trim() === '' && state.status === 'ready' && (
            <Beginning
              onChoose={(text) => {
                type(text);
                input.current?.focus();
              }}
            />
          )}
        </div>
        <div className={styles.foot}>
          <SlashSetting />
          {query.trim() !== '' && (
            <Link
              onClick={() => dialog.current?.close()}
              to={`${searchPage}?q=${encodeURIComponent(query.trim())}`}>
              {version.name === latest.name
                ? '결과를 페이지로 보기'
                : `최신 버전(${latest.label})에서 찾기`}
            </Link>
          )}
        </div>
      </div>
    </dialog>
  );
}

function NothingFound({query}: {readonly query: string}): ReactNode {
  return (
    <div className={styles.empty}>
      <p>‘{query.trim()}’에 맞는 답을 찾지 못했습니다. 낱말을 줄이거나 다른 말로 찾아보세요.</p>
      <p>
        <Link to="/questions/">모든 질문 보기</Link>
      </p>
    </div>
  );
}

/** Before anything is typed: what was sought here before, and what one can seek. */
function Beginning({onChoose}: {readonly onChoose: (query: string) => void}): ReactNode {
  const [recent, setRecent] = useState(readRecentSearches);
  return (
    <div className={styles.empty}>
      {recent.length > 0 && (
        <>
          <p className={styles.label}>
            최근 검색
            <button
              className={styles.clear}
              onClick={() => {
                forgetSearches();
                setRecent([]);
              }}
              type="button">
              지우기
            </button>
          </p>
          <Choices onChoose={onChoose} queries={recent} />
        </>
      )}
      <p className={styles.label}>이렇게 찾아보세요</p>
      <Choices onChoose={onChoose} queries={suggestions} />
      <p className={styles.hint}>
        초성(ㄷㅋ), 한영 전환을 잊은 글자(ehzj), 조금 틀린 철자도 알아듣습니다.
      </p>
    </div>
  );
}

function Choices({
  queries,
  onChoose,
}: {
  readonly queries: readonly string[];
  readonly onChoose: (query: string) => void;
}): ReactNode {
  return (
    <ul className={styles.choices}>
      {queries.map((query) => (
        <li key={query}>
          <button onClick={() => onChoose(query)} type="button">
            {query}
          </button>
        </li>
      ))}
    </ul>
  );
}

function SlashSetting(): ReactNode {
  const [isOn, setIsOn] = useState(isSlashOn);
  return (
    <label className={styles.setting}>
      <input
        checked={isOn}
        onChange={({target}) => {
          setSlashOn(target.checked);
          setIsOn(target.checked);
        }}
        type="checkbox"
      />
      <kbd>/</kbd> 키로 열기
    </label>
  );
}
