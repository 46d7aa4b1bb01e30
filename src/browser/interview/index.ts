import {exportLog, type AnswerEvent} from '@site/lib/practice/log';
import {codeOf, newSeed, pagesOfCode, recentWordings} from '@site/lib/practice/interview';
import {pagesOfTrack} from '@site/lib/practice/practiceSet';
import {element} from '../element';
import {openPractice} from '../practice/openPractice';
import {newId} from '../practice/practice';
import {save} from '../practice/save';
import {holdInterview} from './askView';
import {candidateView} from './candidateView';
import {home, readSettings} from './home';
import type {Answer, Interview} from './interview';
import {joinView, sheetView} from './joinView';
import {resultView} from './resultView';

/**
 * Interviews the reader in an element of src/components/Interview.
 * @throws Error when the questions do not come
 */
export async function interviewIn(root: HTMLElement): Promise<void> {
  const view = element('div', {});
  const {practice, notice} = await openPractice(root, () => {});
  const show = (...nodes: Node[]) => view.replaceChildren(...nodes);
  root.replaceChildren(notice, view);
  addEventListener('hashchange', begin);
  begin();

  /** At the beginning, or at an interview of two. */
  function begin(): void {
    document.body.removeAttribute('data-practising');
    const seed = fragment().get('s');
    if (seed) {
      const interview = interviewOf(seed.toUpperCase());
      show(
        ...joinView(interview, {
          asInterviewer: () => hold(interview, true),
          asCandidate: () => {
            practising();
            candidateView(interview, {
              show,
              leave: begin,
              practiceUrl: root.dataset.practice ?? '',
            });
          },
          showSheet: () => {
            practising();
            show(...sheetView(interview, begin));
          },
          leave: () => (location.hash = ''),
        }),
      );
    } else {
      show(
        ...home(practice, {
          start: () => hold(interviewOf(newSeed()), false),
          join: (code) => (location.hash = `s=${code}`),
          makeCode: (track) => codeOf(practice.set.pages, newSeed(), track),
        }),
      );
    }
  }

  function interviewOf(seed: string): Interview {
    const {track, ...settings} = readSettings();
    const {pages} = practice.set;
    return fragment().has('s')
      ? {...settings, seed, pages: pagesOfCode(pages, seed), isTenMinutes: false, isSpoken: false}
      : {...settings, seed, pages: pagesOfTrack(pages, track)};
  }

  function hold(interview: Interview, isInterviewer: boolean): void {
    practising();
    holdInterview(interview, isInterviewer, {
      show,
      recent: (question) =>
        isInterviewer ? [] : recentWordings(practice.store.events(), question),
      answered: (answer) => {
        if (!isInterviewer) {
          practice.record({type: 'answer', ...recordOf(answer)});
        }
      },
      finish: (answers) => {
        if (answers.length === 0) {
          begin();
          return;
        }
        show(
          ...resultView(answers, {
            leave: begin,
            again: () => hold(isInterviewer ? interview : interviewOf(newSeed()), isInterviewer),
            // The answers are another's: they go where that one takes them.
            saveLog: isInterviewer ? () => saveAs(interview.seed, answers) : undefined,
          }),
        );
      },
    });
  }

  function saveAs(seed: string, answers: readonly Answer[]): void {
    const events = answers.map((answer): AnswerEvent => {
      const at = Date.now();
      const {version} = practice.set;
      return {type: 'answer', id: newId(at), at, version, ...recordOf(answer)};
    });
    void save(`kkori-interview-${seed}.json`, 'application/json', exportLog(events));
  }
}

function recordOf({question, said, wording}: Answer) {
  const {id, hash, units} = question;
  return {question: id, hash, units: units.length, said: [...said], wording};
}

function fragment(): URLSearchParams {
  return new URLSearchParams(location.hash.slice(1));
}

/** Leaves the window to the interview alone. */
function practising(): void {
  document.body.setAttribute('data-practising', '');
}
