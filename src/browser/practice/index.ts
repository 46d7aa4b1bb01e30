import type {PracticeSet} from '@site/lib/practice/practiceSet';
import {element} from '../element';
import {readJson} from '../readJson';
import {home} from './home';
import {lastLookPage} from './lastLookPage';
import {practiceOf} from './practice';
import {roundOf, startRound} from './roundView';
import {openStore} from './store';

/**
 * Lets the reader practise in an element of src/components/Practice.
 * @throws Error when the questions do not come
 */
export async function practiseIn(root: HTMLElement): Promise<void> {
  const notice = element('p', {class: 'practice-notice', role: 'alert'});
  const view = element('div', {});
  let isHome = true;
  let onChange = () => {};
  const [set, store] = await Promise.all([
    readJson(root.dataset.set ?? '') as Promise<PracticeSet>,
    openStore(
      () => onChange(),
      (message) => (notice.textContent = message),
    ),
  ]);
  const practice = practiceOf(set, store, root.dataset.changes ?? '');
  const show = (...nodes: Node[]) => view.replaceChildren(...nodes);
  const showHome = () => {
    isHome = true;
    document.body.removeAttribute('data-practising');
    show(...home(practice, {start, showHome, showLastLook}));
  };
  const start = (questions: readonly string[] | undefined) => {
    isHome = false;
    document.body.setAttribute('data-practising', '');
    startRound(practice, roundOf(practice, questions), {show, leave: showHome, again: start});
  };
  const showLastLook = () => {
    isHome = false;
    show(...lastLookPage(practice, showHome));
  };
  onChange = () => {
    practice.refresh();
    if (isHome) {
      showHome();
    }
  };
  root.replaceChildren(notice, view);
  const ofPage = set.pages.find(({id}) => id === new URLSearchParams(location.search).get('page'));
  if (ofPage) {
    start(ofPage.questions.map(({id}) => id));
  } else {
    showHome();
  }
}
