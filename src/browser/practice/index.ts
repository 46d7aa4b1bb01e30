import {element} from '../element';
import {home} from './home';
import {lastLookPage} from './lastLookPage';
import {openPractice} from './openPractice';
import {roundOf, startRound} from './roundView';

/**
 * Lets the reader practise in an element of src/components/Practice.
 * @throws Error when the questions do not come
 */
export async function practiseIn(root: HTMLElement): Promise<void> {
  const view = element('div', {});
  let isHome = true;
  const {practice, notice} = await openPractice(root, () => {
    if (isHome) {
      showHome();
    }
  });
  const show = (...nodes: Node[]) => view.replaceChildren(...nodes);
  const start = (questions: readonly string[] | undefined) => {
    isHome = false;
    document.body.setAttribute('data-practising', '');
    startRound(practice, roundOf(practice, questions), {show, leave: showHome, again: start});
  };
  const showLastLook = () => {
    isHome = false;
    show(...lastLookPage(practice, showHome));
  };
  root.replaceChildren(notice, view);
  const ofPage = practice.set.pages.find(
    ({id}) => id === new URLSearchParams(location.search).get('page'),
  );
  if (ofPage) {
    start(ofPage.questions.map(({id}) => id));
  } else {
    showHome();
  }

  function showHome(): void {
    isHome = true;
    document.body.removeAttribute('data-practising');
    show(...home(practice, {start, showHome, showLastLook}));
  }
}
