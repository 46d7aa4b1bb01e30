import {followUpMark} from '@site/lib/pageMarkup';
import {all, on, type Behavior} from './behavior';

/** Opens all follow-ups of the page, or closes them when all are open. The elements hold the state. */
export default {
  listen() {
    on('open-all', 'click', (button) => {
      const isOpen = !areAllOpen();
      const followUps = followUpsOfPage();
      for (const followUp of followUps) {
        followUp.open = isOpen;
      }
      const status = button.parentElement?.querySelector('[role="status"]');
      status?.replaceChildren(
        `질문 ${followUps.length}개를 모두 ${isOpen ? '펼쳤습니다' : '접었습니다'}`,
      );
    });
    // It does not bubble.
    document.addEventListener('toggle', label, true);
  },
  arrive: label,
} satisfies Behavior;

function label(): void {
  for (const button of all('open-all')) {
    button.textContent = areAllOpen() ? '모두 접기' : '모두 펼치기';
  }
}

function areAllOpen(): boolean {
  return followUpsOfPage().every(({open}) => open);
}

function followUpsOfPage(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>(`details[${followUpMark}]`)];
}
