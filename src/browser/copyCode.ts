import {on, type Behavior} from './behavior';
import {copy} from './clipboard';
import {announce} from './notice';

/** Copies the block of code that the button stands in. */
export default {
  listen() {
    on('copy-code', 'click', (button) => void copyBlockOf(button));
  },
} satisfies Behavior;

async function copyBlockOf(button: HTMLElement): Promise<void> {
  const code = button.parentElement?.querySelector('code')?.textContent ?? '';
  const message = (await copy(code)) ? '복사했습니다' : '복사하지 못했습니다';
  button.textContent = message;
  announce(message);
  setTimeout(() => (button.textContent = '복사'), 2000);
}
