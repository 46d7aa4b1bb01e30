import {enhancedMark, type ElementBehavior} from '@site/lib/behaviors';
import backToTop from './backToTop';
import type {Behavior} from './behavior';
import citation from './citation';
import closeAnswer from './closeAnswer';
import colorMode from './colorMode';
import copyCode from './copyCode';
import copyLink from './copyLink';
import drawer from './drawer';
import enlarge from './enlarge';
import interview from './interview';
import markSearchWords from './markSearchWords';
import nearestPages from './nearestPages';
import openAll from './openAll';
import openForPrint from './openForPrint';
import outline from './outline';
import pageBar from './pageBar';
import practice from './practice';
import prefetch from './prefetch';
import questionList from './questionList';
import rememberOpen from './rememberOpen';
import resume from './resume';
import revealTarget from './revealTarget';
import scrolls from './scrolls';
import {search, searchDialog, searchPage} from './search';
import standings from './standings';
import stayWhenOffline from './stayWhenOffline';
import storeEdition from './storeEdition';
import term from './term';
import versionMenu from './versionMenu';
import walk from './walk';

const ofElements: Record<ElementBehavior, Behavior> = {
  'back-to-top': backToTop,
  citation,
  'close-answer': closeAnswer,
  'color-mode': colorMode,
  'copy-code': copyCode,
  'copy-link': copyLink,
  drawer,
  enlarge,
  interview,
  'nearest-pages': nearestPages,
  'open-all': openAll,
  outline,
  'page-bar': pageBar,
  'question-list': questionList,
  resume,
  practice,
  search,
  'search-dialog': searchDialog,
  'search-page': searchPage,
  'store-edition': storeEdition,
  term,
  'version-menu': versionMenu,
  walk,
};

const ofThePage: Behavior[] = [
  // Reads what the other keeps.
  revealTarget,
  rememberOpen,
  markSearchWords,
  openForPrint,
  prefetch,
  scrolls,
  stayWhenOffline,
  standings,
];

const behaviors = [...Object.values(ofElements), ...ofThePage];

/** Milliseconds after which a reader's touch may come in between. */
const longEnough = 5;

/** Begins all behaviours, each alone: one that throws stops no other. */
export async function start(): Promise<void> {
  await each(({listen}) => listen?.());
  document.addEventListener('click', ({target}) => {
    const link = target instanceof Element ? target.closest('a') : null;
    // A link to where the reader is changes no address, and leads there all the same.
    if (link?.hash && link.href === location.href) {
      setTimeout(() => void arrive());
    }
  });
  await arrive();
  document.documentElement.setAttribute(enhancedMark, '');
}

/** Tells all behaviours that a page, or a place on it, has been reached. */
export function arrive(): Promise<void> {
  return each((behavior) => behavior.arrive?.());
}

async function each(act: (behavior: Behavior) => void): Promise<void> {
  let begun = performance.now();
  for (const behavior of behaviors) {
    if (performance.now() - begun > longEnough) {
      await new Promise((resolve) => setTimeout(resolve));
      begun = performance.now();
    }
    try {
      act(behavior);
    } catch (error) {
      reportError(error);
    }
  }
}
