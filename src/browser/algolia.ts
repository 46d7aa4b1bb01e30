import docsearch from '@docsearch/js';

type Options = Pick<
  Parameters<typeof docsearch>[0],
  'appId' | 'apiKey' | 'indexName' | 'searchParameters'
>;

const placeholder = '질문이나 낱말로 찾기';
const close = '닫기';
const clear = '지우기';
let button: HTMLElement | null = null;

/** Opens Algolia's search. From the first time on it listens to its own keys too. */
export function openAlgolia(options: Options): void {
  if (!button) {
    const container = document.createElement('div');
    container.hidden = true;
    document.body.append(container);
    docsearch({
      ...options,
      container,
      placeholder,
      translations: {
        modal: {
          searchBox: {
            resetButtonTitle: clear,
            resetButtonAriaLabel: clear,
            cancelButtonText: close,
            cancelButtonAriaLabel: close,
            searchInputLabel: placeholder,
          },
          startScreen: {
            recentSearchesTitle: '최근 검색',
            noRecentSearchesText: '최근에 찾은 것이 없습니다',
            removeRecentSearchButtonTitle: clear,
          },
          errorScreen: {
            titleText: '결과를 가져오지 못했습니다',
            helpText: '인터넷 연결을 확인해 주세요.',
          },
          noResultsScreen: {
            noResultsText: '맞는 답을 찾지 못했습니다:',
            suggestedQueryText: '이렇게 찾아보세요:',
          },
          footer: {
            selectText: '고르기',
            navigateText: '옮겨 가기',
            closeText: close,
            searchByText: '검색 제공:',
          },
        },
      },
    });
    button = container.querySelector('button');
  }
  button?.click();
}
