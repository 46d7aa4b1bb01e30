import {levelAnchors} from '@site/lib/anchors';
import {all, type Behavior} from './behavior';

/**
 * The list of all questions shows one level alone as long as its address names that level, by style.
 * Scripts keep it so while the reader jumps from topic to topic, and mark what is chosen.
 */
export default {
  arrive() {
    const id = location.hash.slice(1);
    for (const list of all('question-list')) {
      if (id === '' || id === list.id) {
        delete list.dataset.level;
      } else if (Object.values<string>(levelAnchors).includes(id)) {
        list.dataset.level = id;
      }
      const chosen = `#${list.dataset.level ?? list.id}`;
      for (const link of list.querySelectorAll<HTMLAnchorElement>('[data-filter]')) {
        link.ariaCurrent = link.hash === chosen ? 'true' : null;
      }
    }
  },
} satisfies Behavior;
