import {conceptOf} from '../../lib/glossary.ts';
import {readGlossary} from '../../lib/node/glossary.ts';
import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {createSearchIndex, type SearchIndex} from '../../lib/search/searchIndex.ts';

const sectionsPerPage = 4;
const syllables = [...'가나다라마바사아자차카타파하고노도로모보소오조초코토포호기니디리미비시이지치키티피히'];

/** An index of `pages` pages whose sentences are ours, mixed, with nouns of their own. The same every time. */
export function syntheticIndex({documents}: SearchIndex, pages: number): SearchIndex {
  const random = generator(20261124);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const sentences = documents.flatMap(({text}) => text.split(/(?<=다\.) /)).filter((text) => text.length > 15);
  const noun = () => Array.from({length: 4}, () => pick(syllables)).join('');
  const many = Array.from({length: pages * sectionsPerPage}, (_, number) => {
    const page = `${pick(documents).page} ${Math.floor(number / sectionsPerPage) + 1}`;
    const own = noun();
    const text = Array.from({length: 6}, () => `${own}의 ${pick(sentences)}`).join(' ');
    return {
      ...pick(documents),
      url: `/docs/${Math.floor(number / sectionsPerPage) + 1}/#section-${number}`,
      page,
      heading: `${own}와 ${pick(documents).heading}`,
      alsoAsked: [`${own}가 뭐예요?`],
      text,
    };
  });
  const concepts = [...readGlossary(repositoryRoot).entries.values()].map(conceptOf);
  return createSearchIndex('synthetic', many, concepts);
}

/** Mulberry32: a small generator with a seed, 0 to 1. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
