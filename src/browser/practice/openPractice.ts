import type {PracticeSet} from '@site/lib/practice/practiceSet';
import {element} from '../element';
import {readJson} from '../readJson';
import {practiceOf, type Practice} from './practice';
import {openStore} from './store';

/**
 * The questions that an element names, and the reader's log.
 * @param onChange another tab has changed the log
 * @returns with them, the place of what the reader has to know of the log
 * @throws Error when the questions do not come
 */
export async function openPractice(
  {dataset}: HTMLElement,
  onChange: () => void,
): Promise<{practice: Practice; notice: HTMLElement}> {
  const notice = element('p', {class: 'practice-notice', role: 'alert'});
  let changed = () => {};
  const [set, store] = await Promise.all([
    readJson(dataset.set ?? '') as Promise<PracticeSet>,
    openStore(
      () => changed(),
      (message) => (notice.textContent = message),
    ),
  ]);
  const practice = practiceOf(set, store, dataset.changes ?? '');
  changed = () => {
    practice.refresh();
    onChange();
  };
  return {practice, notice};
}
