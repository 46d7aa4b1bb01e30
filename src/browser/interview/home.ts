import {tracksOf} from '@site/lib/practice/practiceSet';
import type {Practice} from '../practice/practice';
import {button, element} from '../element';
import {readStoredJson, writeStored} from '../storage';
import {whenKoreanVoice} from './voice';

/** How the reader likes to be interviewed. */
export interface Settings {
  seconds: number;
  isTenMinutes: boolean;
  isSpoken: boolean;
  track: string;
}

const settingsKey = 'kkori-interview';
const seconds = [30, 60, 90, 120];

/** As the reader chose last time. */
export function readSettings(): Settings {
  const kept = (readStoredJson('localStorage', settingsKey) ?? {}) as Partial<Settings>;
  return {
    seconds: seconds.find((choice) => choice === kept.seconds) ?? 60,
    isTenMinutes: kept.isTenMinutes === true,
    isSpoken: kept.isSpoken === true,
    track: String(kept.track ?? ''),
  };
}

interface Ways {
  start: () => void;
  /** A new code for two, of a track. */
  makeCode: (track: string) => string;
  /** Leads to the interview of a code: both phones begin there. */
  join: (code: string) => void;
}

/** What an interview is, how it is held, and the way to do it in two. */
export function home({set}: Practice, {start, makeCode, join}: Ways): Node[] {
  const settings = readSettings();
  const tracks = tracksOf(set.pages);
  const length = choice(
    [
      ['', '다섯 주제 (질문 15개까지)'],
      ['ten', '10분'],
    ],
    settings.isTenMinutes ? 'ten' : '',
  );
  const clock = choice(
    seconds.map((count) => [String(count), `${count}초`]),
    String(settings.seconds),
  );
  const track = choice(
    [['', '모든 질문'], ...tracks.map((name) => [name, name] as [string, string])],
    tracks.includes(settings.track) ? settings.track : '',
  );
  const spoken = element('input', {type: 'checkbox'});
  spoken.checked = settings.isSpoken;
  const ofVoice = element(
    'label',
    {class: 'interview-check', hidden: ''},
    spoken,
    '질문을 소리로 듣기',
  );
  whenKoreanVoice(() => (ofVoice.hidden = false));
  const keep = () => {
    const chosen: Settings = {
      seconds: Number(clock.value),
      isTenMinutes: length.value === 'ten',
      isSpoken: spoken.checked,
      track: track.value,
    };
    writeStored('localStorage', settingsKey, JSON.stringify(chosen));
  };
  [length, clock, track, spoken].forEach((field) => field.addEventListener('change', keep));
  const code = element('input', {
    type: 'text',
    name: 'code',
    pattern: ' *[0-9A-Fa-f]{4}(-[0-9]+)? *',
    title: '7F3A처럼 0~9와 A~F 네 글자, 길을 고른 코드는 7F3A-2처럼 번호까지',
    autocomplete: 'off',
    autocapitalize: 'characters',
    placeholder: '7F3A',
    required: '',
  });
  const enter = element(
    'form',
    {class: 'practice-fields'},
    element('label', {}, '받은 코드', code),
    element('button', {type: 'submit'}, '이 코드로 들어가기'),
  );
  enter.addEventListener('submit', (event) => {
    event.preventDefault();
    join(code.value.trim().toUpperCase());
  });
  return [
    element(
      'section',
      {class: 'practice-today', 'aria-label': '혼자 하기'},
      element(
        'div',
        {class: 'practice-fields'},
        element('label', {}, '길이', length),
        element('label', {}, '답할 시간', clock),
        ...(tracks.length > 0 ? [element('label', {}, '준비하는 길', track)] : []),
      ),
      ofVoice,
      button('면접 시작', start, {class: 'practice-primary'}),
    ),
    element(
      'section',
      {},
      element('h2', {}, '둘이서 하기'),
      element(
        'p',
        {},
        '코드가 같으면 두 휴대전화에 같은 질문이 나옵니다. 면접관의 화면에는 답의 문장과 출처가, 지원자의 화면에는 질문과 시계만 있습니다.',
      ),
      element(
        'p',
        {class: 'practice-row'},
        button('새 코드 만들기', () => join(makeCode(track.value))),
      ),
      enter,
    ),
  ];
}

function choice(options: readonly (readonly [string, string])[], value: string): HTMLSelectElement {
  const select = element(
    'select',
    {},
    ...options.map(([name, label]) => element('option', {value: name}, label)),
  );
  select.value = value;
  return select;
}
