import {asSentence, wordingOf} from './interview.ts';
import type {PracticePage, PracticeQuestion} from './practiceSet.ts';

/** Makes an element, in a browser or of a tree: the sheets are the same with and without a script. */
export type MakeElement<Node> = (
  tag: 'a' | 'code' | 'h2' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'ul',
  attributes: Record<string, string>,
  ...children: (Node | string)[]
) => Node;

/** A text whose code stands in backquotes. */
export function withCode<Node>(make: MakeElement<Node>, text: string): (Node | string)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? make('code', {}, part) : part));
}

/** The questions of the last day, each with what its answer begins with: on one sheet of paper. */
export function lastLookSheet<Node>(
  make: MakeElement<Node>,
  questions: readonly PracticeQuestion[],
): Node {
  return make(
    'ol',
    {class: 'practice-sheet-list'},
    ...questions.map(({url, text, units}) =>
      make(
        'li',
        {},
        make('a', {href: url}, ...withCode(make, text)),
        make('p', {}, ...withCode(make, units[0] ?? '')),
      ),
    ),
  );
}

/**
 * What an interviewer holds in the hand: of every chain the main question with other wordings, the
 * sentences to tick, what to ask next, and the sources.
 */
export function interviewSheet<Node>(
  make: MakeElement<Node>,
  pages: readonly PracticePage[],
  seed: string,
): Node[] {
  return pages.map((page, index) => {
    const [opening, ...followUps] = page.questions;
    return make(
      'section',
      {class: 'practice-chain'},
      ...(opening
        ? [
            make('h2', {}, `${index + 1}. `, ...withCode(make, asked(opening, seed))),
            make(
              'p',
              {class: 'practice-kind'},
              `${opening.level} · `,
              make('a', {href: opening.url}, ...withCode(make, opening.text)),
            ),
            otherWordings(make, opening, seed),
            ticks(make, opening),
            make('h3', {}, '이어서 물을 질문'),
            ...followUps.flatMap((followUp) => [
              make('p', {class: 'practice-next'}, ...withCode(make, followUp.text)),
              ticks(make, followUp),
            ]),
            sources(make, page),
          ]
        : []),
    );
  });
}

/** How the interviewer asks a question. */
function asked(question: PracticeQuestion, seed: string): string {
  return asSentence(wordingOf(question, seed));
}

/** Three further ways to ask. */
export function otherWordings<Node>(
  make: MakeElement<Node>,
  question: PracticeQuestion,
  seed: string,
): Node {
  const first = wordingOf(question, seed);
  const others = question.wordings.filter((wording) => wording !== first).slice(0, 3);
  return make(
    'p',
    {class: 'practice-kind'},
    others.length > 0 ? '다르게 묻기: ' : '',
    ...withCode(make, others.join(' / ')),
  );
}

function ticks<Node>(make: MakeElement<Node>, {units}: PracticeQuestion): Node {
  return make(
    'ul',
    {class: 'practice-ticks'},
    ...units.map((unit) => make('li', {}, ...withCode(make, unit))),
  );
}

/** What the answers of a page, or one of them, rest on. */
export function sources<Node>(
  make: MakeElement<Node>,
  {sources: all}: PracticePage,
  {cites}: Pick<PracticeQuestion, 'cites'> = {cites: [...all.keys()]},
): Node {
  const cited = cites.flatMap((place) => all[place] ?? []);
  return make(
    'p',
    {class: 'practice-sources'},
    cited.length > 0 ? '출처: ' : '',
    ...cited.flatMap(({title, url}, index) => [
      index > 0 ? ' / ' : '',
      url ? make('a', {href: url}, title) : title,
    ]),
  );
}
