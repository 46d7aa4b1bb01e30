import {on, wantsNewTab, type Behavior} from './behavior';
import {copy} from './clipboard';
import {notify} from './notice';

/** Copies the address of a link to a place of the page, instead of going there. */
export default {
  listen() {
    on('copy-link', 'click', (link, event) => {
      if (link instanceof HTMLAnchorElement && !wantsNewTab(event)) {
        event.preventDefault();
        void copyAddressOf(link);
      }
    });
  },
} satisfies Behavior;

async function copyAddressOf(link: HTMLAnchorElement): Promise<void> {
  if (await copy(link.href)) {
    notify('링크를 복사했습니다');
  } else {
    location.hash = link.hash;
    notify('복사하지 못했습니다. 주소창의 주소를 복사해 주세요');
  }
}
