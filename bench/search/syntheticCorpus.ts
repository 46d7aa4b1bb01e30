import {createSearchIndex} from '../../lib/search/searchIndex.ts';
import type {Corpus} from './corpus.ts';

const sectionsPerPage = 4;
const sentencesPerSection = 6;
const longestSwap = 3;
const syllables = [
  ...'가나다라마바사아자차카타파하고노도로모보소오조초코토포호기니디리미비시이지치키티피히',
];

/**
 * A corpus of `pages` pages of Korean: our sentences with some of their words exchanged,
 * and a noun for each section that no other has. The same every time.
 */
export function syntheticCorpus({index, texts}: Corpus, pages: number): Corpus {
  const {documents} = index;
  const random = generator(20261124);
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const sentences = texts
    .flatMap((text) => text.split(/(?<=다\.) /))
    .filter((text) => text.length > 15);
  const words = sentences.flatMap((sentence) => sentence.split(' '));
  const mixed = () => {
    const sentence = pick(sentences).split(' ');
    for (let swap = Math.floor(random() * (longestSwap + 1)); swap > 0; swap -= 1) {
      // The last word is the verb: a sentence keeps its own.
      sentence[Math.floor(random() * (sentence.length - 1))] = pick(words);
    }
    return sentence.join(' ');
  };
  const taken = new Set<string>();
  const newNoun = (): string => {
    const noun = Array.from({length: 4}, () => pick(syllables)).join('');
    if (taken.has(noun)) {
      return newNoun();
    }
    taken.add(noun);
    return noun;
  };
  const synthetic = Array.from({length: pages}, (_, page) => {
    const title = `${newNoun()}와 ${pick(documents).page}`;
    return Array.from({length: sectionsPerPage}, (__, section) => {
      const noun = newNoun();
      const text = Array.from({length: sentencesPerSection}, () => `${noun}의 ${mixed()}`);
      return {
        ...pick(documents),
        url: `/docs/${page + 1}/#section-${section + 1}`,
        page: title,
        heading: `${noun}와 ${pick(documents).heading}`,
        alsoAsked: [`${noun}가 뭐예요?`],
        text: text.join(' '),
        importance: 1,
      };
    });
  });
  const sections = synthetic.flat();
  return {
    ...createSearchIndex('synthetic', sections, index),
    texts: sections.map(({text}) => text),
  };
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
