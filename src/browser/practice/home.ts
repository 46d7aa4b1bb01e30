import {calendarOf} from '@site/lib/practice/calendar';
import {dateOf} from '@site/lib/practice/day';
import {exportLog, importLog} from '@site/lib/practice/log';
import {
  answersPerDay,
  firstMissOf,
  forecast,
  longestPlan,
  standingOf,
} from '@site/lib/practice/plan';
import {pagesOfTrack, questionsOf, tracksOf} from '@site/lib/practice/practiceSet';
import {standingLabels, type Standing} from '@site/lib/practice/standing';
import {button, element} from '../element';
import {announce, notify} from '../notice';
import {readStored, writeStored} from '../storage';
import type {Practice} from './practice';
import {leftToday} from './roundView';
import {download, save} from './save';
import {withCode} from './withCode';

interface Ways {
  start: (questions: undefined) => void;
  showHome: () => void;
  showLastLook: () => void;
}

/** What the reader has today, how it stands, the plan, and the log itself. */
export function home(practice: Practice, ways: Ways): Node[] {
  const today = element('section', {class: 'practice-today', 'aria-label': '오늘'});
  const prospect = element('div', {});
  const takeAlong = element('p', {class: 'practice-row'});
  const date = element('input', {
    type: 'date',
    name: 'interview',
    min: dateOf(practice.today()),
    max: dateOf(practice.today() + longestPlan),
  });
  // What follows from the plan is drawn anew; its fields stay, with the focus that may be in them.
  const show = () => {
    const interviewDay = practice.interviewDay();
    today.replaceChildren(...todayOf(practice, ways));
    prospect.replaceChildren(
      ...(date.validity.valid
        ? prospectOf(practice)
        : [element('p', {}, '면접 날짜는 오늘부터 반년 안에서 골라 주세요.')]),
    );
    takeAlong.replaceChildren(
      ...(interviewDay === undefined
        ? []
        : [
            button('달력에 넣기 (.ics)', () => saveCalendar(practice, interviewDay)),
            button('마지막 날에 볼 한 장', ways.showLastLook),
          ]),
    );
  };
  const fields = planFields(practice, date, () => {
    show();
    announce(`계획을 바꾸었습니다. ${prospect.querySelector('p')?.textContent ?? ''}`);
  });
  show();
  return [
    today,
    element(
      'section',
      {class: 'practice-plan'},
      element('h2', {}, '면접까지'),
      prospect,
      fields,
      takeAlong,
    ),
    records(practice, ways),
  ];
}

function todayOf(practice: Practice, {start}: Ways): HTMLElement[] {
  const {answers, perDay} = practice.state();
  const left = leftToday(practice);
  const done = perDay.get(practice.today()) ?? 0;
  return [
    ...untilInterview(practice),
    element('p', {class: 'practice-figure'}, todayLine(left, done)),
    button(left > 0 || done === 0 ? '시작하기' : '조금 더 하기', () => start(undefined), {
      class: 'practice-primary',
    }),
    ...(left > 0 ? [listOfToday(practice, left)] : []),
    ...(answers > 0 ? [standings(practice)] : []),
    ...installNotice(answers),
  ];
}

/** What comes today, for who likes to know. */
function listOfToday(practice: Practice, left: number): HTMLElement {
  const questions = practice.urgent().slice(0, left);
  return element(
    'details',
    {},
    element('summary', {}, '오늘 물을 질문 보기'),
    element(
      'ol',
      {},
      ...questions
        .flatMap((id) => practice.find(id)?.question ?? [])
        .map(({url, text}) => element('li', {}, element('a', {href: url}, ...withCode(text)))),
    ),
  );
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

/** Where one sets the plan. A date that cannot be, as one that is half typed, changes nothing. */
function planFields(practice: Practice, date: HTMLInputElement, onChange: () => void): HTMLElement {
  const {plan} = practice.state();
  date.value = practice.interviewDay() === undefined ? '' : plan.interview;
  const minutes = element(
    'select',
    {name: 'minutes'},
    ...[10, 15, 30, 45, 60, 90].map((count) =>
      element('option', {value: String(count)}, `${count}분 (질문 ${answersPerDay(count)}개)`),
    ),
  );
  minutes.value = String(plan.minutes);
  const tracks = tracksOf(practice.set.pages);
  const track = element(
    'select',
    {name: 'track'},
    element('option', {value: ''}, '모든 질문'),
    ...tracks.map((name) => {
      const count = questionsOf({pages: pagesOfTrack(practice.set.pages, name)}).length;
      return element('option', {value: name}, `${name} (질문 ${count}개)`);
    }),
  );
  track.value = tracks.includes(plan.track) ? plan.track : '';
  for (const field of [date, minutes, track]) {
    field.addEventListener('change', () => {
      if (date.validity.valid) {
        practice.record({
          type: 'plan',
          interview: date.value,
          minutes: Number(minutes.value),
          track: track.value,
        });
      }
      onChange();
    });
  }
  return element(
    'div',
    {class: 'practice-fields'},
    element('label', {}, '면접 날짜', date),
    element('label', {}, '하루에', minutes),
    ...(tracks.length > 0 ? [element('label', {}, '준비하는 길', track)] : []),
  );
}

/** What the plan comes to on the day of the interview, and day by day. */
function prospectOf(practice: Practice): HTMLElement[] {
  const {today} = practice;
  const state = practice.state();
  const interviewDay = practice.interviewDay();
  if (interviewDay === undefined) {
    return [
      element(
        'p',
        {},
        '면접 날짜를 정하면 새 질문을 먼저 두루 묻고, 그날 약할 질문을 골라 다시 묻습니다. 날짜가 없으면 잊을 때쯤 다시 묻습니다.',
      ),
    ];
  }
  if (interviewDay === today()) {
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
    forecast(situation, answersPerDay(minutes), firstMissOf(state));
  const {minutes} = state.plan;
  const {recalled, days} = expect(minutes);
  return [
    element(
      'p',
      {},
      `${days.length}일 남았습니다. 하루 ${minutes}분이면 그날 질문 ${order.length}개 가운데 약 ${Math.round(recalled)}개, 하루 ${minutes * 2}분이면 약 ${Math.round(expect(minutes * 2).recalled)}개를 답할 수 있습니다. 추정입니다.`,
    ),
    element(
      'details',
      {},
      element('summary', {}, '날마다 몇 개씩인지 보기'),
      element(
        'ul',
        {},
        ...days.map(({fresh, again}, index) =>
          element(
            'li',
            {},
            `${koreanDate(today() + index)}: 새 질문 ${Math.round(fresh)}개, 다시 ${Math.round(again)}개`,
          ),
        ),
      ),
    ),
  ];
}

/** `12월 5일` */
function koreanDate(day: number): string {
  const [, month, date] = dateOf(day).split('-').map(Number);
  return `${month}월 ${date}일`;
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
