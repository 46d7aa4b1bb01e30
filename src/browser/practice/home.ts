import {calendarOf} from '@site/lib/practice/calendar';
import {dateOf} from '@site/lib/practice/day';
import {exportLog, importLog} from '@site/lib/practice/log';
import {answersPerDay, firstMissOf, forecast, standingOf} from '@site/lib/practice/plan';
import {pagesOfTrack, questionsOf} from '@site/lib/practice/practiceSet';
import {standingLabels, type Standing} from '@site/lib/practice/standing';
import {button, element} from '../element';
import {notify} from '../notice';
import {readStored, writeStored} from '../storage';
import type {Practice} from './practice';
import {leftToday} from './roundView';
import {download, save} from './save';

interface Ways {
  start: (questions: undefined) => void;
  showHome: () => void;
  showLastLook: () => void;
}

/** What the reader has today, how it stands, the plan, and the log itself. */
export function home(practice: Practice, ways: Ways): Node[] {
  const {answers} = practice.state();
  const left = leftToday(practice);
  const doneToday = practice.state().perDay.get(practice.today()) ?? 0;
  return [
    element(
      'section',
      {class: 'practice-today', 'aria-label': '오늘'},
      ...untilInterview(practice),
      element('p', {class: 'practice-figure'}, todayLine(left, doneToday)),
      button(
        left > 0 || doneToday === 0 ? '시작하기' : '조금 더 하기',
        () => ways.start(undefined),
        {
          class: 'practice-primary',
        },
      ),
      ...(answers > 0 ? [standings(practice)] : []),
      ...installNotice(answers),
    ),
    plan(practice, ways),
    records(practice, ways),
  ];
}

function untilInterview(practice: Practice): HTMLElement[] {
  const day = practice.interviewDay();
  const days = day === undefined ? undefined : day - practice.today();
  return days === undefined
    ? []
    : [
        element(
          'p',
          {class: 'practice-kind'},
          days > 0 ? `면접까지 ${days}일` : '오늘이 면접입니다',
        ),
      ];
}

function todayLine(left: number, done: number): string {
  if (left > 0) {
    return done > 0 ? `오늘 ${done}번 답했습니다. ${left}번 남았습니다.` : `오늘 질문 ${left}개`;
  }
  return done > 0
    ? `오늘 ${done}번 답했습니다. 오늘 할 것을 마쳤습니다.`
    : '오늘 다시 물을 질문이 없습니다.';
}

function standings(practice: Practice): HTMLElement {
  const {questions} = practice.state();
  const counts: Record<Standing, number> = {new: 0, shaky: 0, firm: 0};
  for (const {id} of questionsOf(practice.set)) {
    counts[standingOf(questions.get(id), practice.today())] += 1;
  }
  return element(
    'ul',
    {class: 'practice-standings'},
    ...(['firm', 'shaky', 'new'] as const).map((standing) =>
      element('li', {'data-standing': standing}, `${standingLabels[standing]} ${counts[standing]}`),
    ),
  );
}

/** Days until the interview, the forecast, and where to change them. */
function plan(practice: Practice, {showHome, showLastLook}: Ways): HTMLElement {
  const {plan: set} = practice.state();
  const interviewDay = practice.interviewDay();
  const date = element('input', {type: 'date', name: 'interview', min: dateOf(practice.today())});
  date.value = interviewDay === undefined ? '' : set.interview;
  const minutes = element(
    'select',
    {name: 'minutes'},
    ...[10, 15, 30, 45, 60, 90].map((count) =>
      element('option', {value: String(count)}, `${count}분 (질문 ${answersPerDay(count)}개)`),
    ),
  );
  minutes.value = String(set.minutes);
  const tracks = [...new Set(practice.set.pages.flatMap((page) => page.tracks))];
  const track = element(
    'select',
    {name: 'track'},
    element('option', {value: ''}, '모든 질문'),
    ...tracks.map((name) => {
      const count = questionsOf({pages: pagesOfTrack(practice.set.pages, name)}).length;
      return element('option', {value: name}, `${name} (질문 ${count}개)`);
    }),
  );
  track.value = tracks.includes(set.track) ? set.track : '';
  const keep = () => {
    const interview = date.value;
    practice.record({type: 'plan', interview, minutes: Number(minutes.value), track: track.value});
    showHome();
    notify('계획을 바꾸었습니다');
  };
  [date, minutes, track].forEach((field) => field.addEventListener('change', keep));
  return element(
    'section',
    {class: 'practice-plan'},
    element('h2', {}, '면접까지'),
    ...(interviewDay === undefined
      ? [
          element(
            'p',
            {},
            '면접 날짜를 정하면 새 질문을 먼저 두루 묻고, 그날 약할 질문을 골라 다시 묻습니다. 날짜가 없으면 잊을 때쯤 다시 묻습니다.',
          ),
        ]
      : outlook(practice, interviewDay)),
    element(
      'div',
      {class: 'practice-fields'},
      element('label', {}, '면접 날짜', date),
      element('label', {}, '하루에', minutes),
      ...(tracks.length > 0 ? [element('label', {}, '준비하는 길', track)] : []),
    ),
    ...(interviewDay === undefined
      ? []
      : [
          element(
            'p',
            {class: 'practice-row'},
            button('달력에 넣기 (.ics)', () => saveCalendar(practice, interviewDay)),
            button('마지막 날에 볼 한 장', showLastLook),
          ),
        ]),
  );
}

function outlook(practice: Practice, interviewDay: number): HTMLElement[] {
  const {today} = practice;
  const state = practice.state();
  const days = interviewDay - today();
  if (days === 0) {
    return [
      element(
        'p',
        {},
        '오늘이 면접입니다. 새로 외우기보다 아래의 한 장을 소리 내어 읽어 보세요. 잘 다녀오세요.',
      ),
    ];
  }
  const order = practice.order();
  const situation = {order, states: state.questions, today: today(), interviewDay};
  const expect = (minutes: number) =>
    Math.round(forecast(situation, answersPerDay(minutes), firstMissOf(state)));
  const {minutes} = state.plan;
  return [
    element(
      'p',
      {},
      `${days}일 남았습니다. 하루 ${minutes}분이면 그날 질문 ${order.length}개 가운데 약 ${expect(minutes)}개, 하루 ${minutes * 2}분이면 약 ${expect(minutes * 2)}개를 답할 수 있습니다. 추정입니다.`,
    ),
  ];
}

function saveCalendar(practice: Practice, interviewDay: number): void {
  const {minutes} = practice.state().plan;
  const url = location.href.replace(/[?#].*/, '');
  const perDay = answersPerDay(minutes);
  const upcoming = practice.urgent();
  const entries = Array.from({length: interviewDay - practice.today()}, (_, index) => {
    const questions = upcoming
      .slice(index * perDay, (index + 1) * perDay)
      .flatMap((id) => practice.find(id) ?? [])
      .map(({question}) => `${question.text}\n${new URL(question.url, url).href}`);
    return {
      day: practice.today() + index,
      summary: `면접 질문 떠올려 보기 (D-${interviewDay - practice.today() - index})`,
      description: [url, ...questions].join('\n'),
    };
  });
  download(
    'kkori-practice.ics',
    'text/calendar',
    calendarOf(entries, {url, minutes, now: new Date()}),
  );
  notify(`달력 파일을 받았습니다. 열면 ${entries.length}일의 알림이 달력에 들어갑니다`);
}

/** What is kept, and ways to take it along, to bring it, and to be rid of it. */
function records(practice: Practice, {showHome}: Ways): HTMLElement {
  const {store} = practice;
  const {answers, questions} = practice.state();
  const file = element('input', {type: 'file', accept: '.json', hidden: ''});
  file.addEventListener('change', () => {
    void file.files?.[0]?.text().then(async (text) => {
      try {
        const {events, unreadable} = importLog(text);
        await store.add(events);
        practice.refresh();
        showHome();
        const lost = unreadable > 0 ? ` 읽을 수 없는 ${unreadable}개는 뺐습니다.` : '';
        notify(`기록을 합쳤습니다.${lost}`);
      } catch (error) {
        notify(error instanceof Error ? error.message : String(error));
      }
      file.value = '';
    });
  });
  const erase = () => {
    if (confirm('이 브라우저에 있는 기록을 모두 지웁니다. 되돌릴 수 없습니다.')) {
      void store.clear().then(() => {
        practice.refresh();
        showHome();
        notify('기록을 모두 지웠습니다');
      });
    }
  };
  const restart = () => {
    if (confirm('모든 질문을 ‘아직’으로 돌립니다. 지난 기록은 파일에는 남습니다.')) {
      practice.record({type: 'reset'});
      showHome();
    }
  };
  return element(
    'section',
    {class: 'practice-records'},
    element('h2', {}, '내 기록'),
    element(
      'p',
      {},
      answers > 0
        ? `질문 ${questions.size}개에 ${answers}번 답했습니다. `
        : '아직 기록이 없습니다. ',
      '남기는 것은 물은 질문, 답한 때, 표시한 문장, 면접 날짜와 시간뿐입니다. 이 브라우저에만 있으니, 다른 기기로 옮기거나 남겨 두려면 파일로 내보내세요. 다른 파일과 합쳐도 사라지는 것이 없습니다.',
    ),
    element(
      'p',
      {class: 'practice-row'},
      ...(answers > 0 ? [button('내보내기', () => void exportFile(practice))] : []),
      button('가져오기', () => file.click()),
      file,
      ...(answers > 0 ? [button('처음부터 다시', restart), button('모두 지우기', erase)] : []),
    ),
  );
}

async function exportFile(practice: Practice): Promise<void> {
  const name = `kkori-practice-${dateOf(practice.today())}.json`;
  await save(name, 'application/json', exportLog(practice.store.events()));
}

const noticeKey = 'kkori-practice-noticed';

/** Safari forgets what a page keeps after seven days without a visit, except of one on the home screen. Said once. */
function installNotice(answers: number): HTMLElement[] {
  const isSafari = /Version\/[\d.]+.*Safari/.test(navigator.userAgent);
  const isInstalled = matchMedia('(display-mode: standalone)').matches;
  if (!isSafari || isInstalled || answers < 10 || readStored('localStorage', noticeKey)) {
    return [];
  }
  writeStored('localStorage', noticeKey, '1');
  return [
    element(
      'p',
      {class: 'practice-notice'},
      'Safari는 이레 동안 들르지 않은 사이트의 기록을 지웁니다. 홈 화면에 추가하거나, ‘내 기록’에서 내보내 두세요.',
    ),
  ];
}
