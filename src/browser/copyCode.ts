import {on, type Behavior} from './behavior';
import {copy} from './clipboard';
import {announce, notify} from './notice';

/** Copies the block of code that the button stands in. */
export default {
  listen() {
    on('copy-code', 'click', (button) => void copyBlockOf(button));
  },
} satisfies Behavior;

async function copyBlockOf(button: HTMLElement): Promise<void> {
  const code = button.parentElement?.querySelector('code')?.textContent ?? '';
  if (!(await copy(code))) {
    notify('복사하지 못했습니다. 코드를 골라 복사해 주세요');
    return;
  }
  announce('복사했습니다');
  // As wide as the word, so that no line moves.
  button.textContent = '✓';
  setTimeout(() => (button.textContent = '복사'), 2000);
}
