import {all, on, type Behavior} from './behavior';
import {readStored, writeStored} from './storage';

const labels = {system: '시스템 설정 모드', light: '밝은 모드', dark: '어두운 모드'};
type Mode = keyof typeof labels;
const modes = Object.keys(labels) as Mode[];

/**
 * Goes from the system's mode to light, to dark and back. Before the first paint Docusaurus' inline
 * script sets the attributes of the root element; the key of its storage stands on the button.
 */
export default {
  listen() {
    on('color-mode', 'click', (button) => {
      const mode = modes[(modes.indexOf(shownMode()) + 1) % modes.length] ?? 'system';
      writeStored('localStorage', keyOf(button), mode === 'system' ? null : mode);
      show(mode);
    });
    // What another tab chose, or this one before the reader came Back to the page.
    addEventListener('storage', showStored);
    addEventListener('pageshow', ({persisted}) => {
      if (persisted) {
        showStored();
      }
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => show(shownMode()));
  },
  arrive: label,
} satisfies Behavior;

const keyOf = (button: HTMLElement) => button.dataset.storageKey ?? '';

function showStored(): void {
  const [button] = all('color-mode');
  const stored = button && readStored('localStorage', keyOf(button));
  if (stored !== undefined) {
    show(modeOf(stored));
  }
}

const shownMode = () => modeOf(document.documentElement.dataset.themeChoice);

function modeOf(value: string | null | undefined): Mode {
  return value === 'light' || value === 'dark' ? value : 'system';
}

function show(mode: Mode): void {
  const {dataset} = document.documentElement;
  const isSystemDark = matchMedia('(prefers-color-scheme: dark)').matches;
  dataset.themeChoice = mode;
  dataset.theme = mode === 'system' ? (isSystemDark ? 'dark' : 'light') : mode;
  label();
}

function label(): void {
  const name = labels[shownMode()];
  for (const button of all('color-mode')) {
    button.title = name;
    button.ariaLabel = `어두운 모드와 밝은 모드 전환하기 (현재 ${name})`;
  }
}
