import {josa} from 'es-hangul';
import {toString} from 'mdast-util-to-string';
import {nodesIn} from '../../lib/nodes.ts';

import {searchWordsFile} from '../../content-model/searchWords.ts';
import {createAnalyzer} from '../../lib/search/analyze.ts';
import {questionWords, stemsOf, weakWords} from '../../lib/search/words.ts';
import {searchVocabularyOf} from '../../lib/searchWords.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

const entry = '- {id: kata, kind: name, words: [Kata, 카타]}\n';

export const searchWordsRule: Rule = {
  id: 'search-words',
  why: '제목에 나오는 이름을 검색이 모르면, 그 이름을 소리 나는 대로 적거나 붙여 쓴 독자는 그 답을 찾지 못합니다.',
  isForFinishedPages: true,
  bad: [
    {files: {[searchWordsFile]: entry + entry}, findings: [`${searchWordsFile}:2:3`]},
    {
      files: {[searchWordsFile]: entry.replace('name', 'noun')},
      findings: [`${searchWordsFile}:1:20`],
    },
    {
      files: {'docs/a.md': '## Kata는 왜 쓰나요? {#why}\n\n## 포워딩을 켜려면 {#on}'},
      findings: ['docs/a.md:1:1', 'docs/a.md:3:1'],
    },
  ],
  good: [
    {
      files: {
        [searchWordsFile]: entry,
        'docs/a.md': '## Kata는 왜 쓰나요? {#why}\n\n## `--init`은 언제 쓰나요? {#init}',
      },
    },
  ],
  check({pages, glossary, searchWords}) {
    const words = [...searchWords.entries.values()];
    const {concepts} = searchVocabularyOf(glossary.entries.values(), words);
    const analyzer = createAnalyzer(concepts);
    const known = new Set(
      words
        .filter(({kind}) => kind === 'synonym' || kind === 'plain')
        .flatMap((word) => word.words.map((text) => text.toLowerCase())),
    );
    const isKnown = (form: string) =>
      known.has(form) || questionWords.has(form) || weakWords.has(form);
    const found: Found[] = [...searchWords.findings];
    for (const {file, root} of pages.filter((page) => page.file.startsWith('docs/'))) {
      for (const {node: heading} of nodesIn(root, 'heading')) {
        const text = heading.children
          .filter(({type}) => type !== 'inlineCode')
          .map((child) => toString(child))
          .join(' ')
          .replace(/\s*\{#[^}]*\}/, '');
        const {tokens, concepts: spans} = analyzer.analyze(text);
        tokens.forEach((token, position) => {
          const forms = [token.surface, ...stemsOf(token.surface)];
          const isConcept = spans.some(({from, to}) => from <= position && position < to);
          const name = nameIn(token.surface, forms);
          if (name !== undefined && !isConcept && !forms.some(isKnown)) {
            found.push({
              file,
              ...positionOf(heading),
              message: `제목의 ${josa(`"${name}"`, '을/를')} 검색이 모릅니다. ${searchWordsFile}에 "- {id: 영문-이름, kind: name, words: [${name}, 다르게 적은 것]}"을 더하거나, 따로 알아들을 것이 없는 말이면 kind: plain인 줄에 적어 주세요`,
            });
          }
        });
      }
    }
    return found;
  },
};

/** A name in Latin letters, or a noun that a particle of its own shows to be one. */
function nameIn(surface: string, forms: readonly string[]): string | undefined {
  const noun = forms[1];
  return /^[a-z][a-z0-9]+$/.test(surface)
    ? surface
    : noun && noun.length > 1 && /[을를의와과]$/.test(surface) && surface.length - noun.length === 1
      ? noun
      : undefined;
}
