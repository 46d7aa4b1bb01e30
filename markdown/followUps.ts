import type {Root, RootContent} from 'mdast';
import type {Plugin} from 'unified';

import {validFields} from '../content-model/frontMatter.ts';
import {flowElement} from './jsx.ts';
import {
  difficultyOf,
  findFollowUps,
  followUpKindOf,
  kindLabels,
  type Difficulty,
  type FollowUpSection,
} from '../lib/page.ts';

/**
 * Turns each `###` below `## 꼬리질문` or `## 꼬꼬무` into a native disclosure.
 *
 *     ## 꼬꼬무 {#deep-dives}
 *     ### 도커 데몬이 뭐예요? {#docker-daemon}
 *     백그라운드 서비스입니다.
 *
 * becomes
 *
 *     <h2 id="deep-dives">꼬꼬무</h2>
 *     <details>
 *       <summary>꼬꼬무 1 / 1 <h3 id="docker-daemon">도커 데몬이 뭐예요?</h3></summary>
 *       <div><p>백그라운드 서비스입니다.</p></div>
 *     </details>
 *
 * The heading stays a heading, so that the table of contents lists it.
 */
const followUps: Plugin<[], Root> = () => (root, file) => {
  const sections = findFollowUps(root);
  const {difficulty} = validFields(file.data.frontMatter as Record<string, unknown>);
  for (const [index, section] of [...sections.entries()].reverse()) {
    if (!section.id) {
      file.fail(
        `${kindLabels[section.kind]} "${section.question}"에 id가 없습니다. 제목 끝에 {#영문-id}를 붙여 주세요.`,
        section.heading,
      );
    }
    const total = sections.filter(({kind}) => kind === section.kind).length;
    root.children.splice(
      section.start,
      section.end - section.start,
      followUp(section, {total, next: sections[index + 1], pageDifficulty: difficulty}),
    );
  }
  if (sections.length > 0) {
    const firstGroup = root.children.findIndex((node) => followUpKindOf(node));
    root.children.splice(firstGroup, 0, flowElement('FollowUpControls', {}));
  }
};

export default followUps;

function followUp(
  {kind, number, id, heading, answer, question}: FollowUpSection,
  {
    total,
    next,
    pageDifficulty,
  }: {
    /** How many of its kind the page has. */
    total: number;
    /** The question after it, of either kind. */
    next: FollowUpSection | undefined;
    pageDifficulty: Difficulty | undefined;
  },
): RootContent {
  const difficulty = pageDifficulty && difficultyOf(kind, pageDifficulty);
  // Not Docusaurus' Heading: its hash link would be a link inside the summary.
  // Lower case, since rehype-raw folds the case of element names.
  heading.data = {...heading.data, hName: 'follow-up-heading'};
  const place = {kind, number, total};
  return flowElement('FollowUp', {...place, id, question, next: next?.id, nextKind: next?.kind}, [
    flowElement('FollowUpQuestion', {...place, difficulty}, [heading]),
    flowElement('FollowUpAnswer', {}, answer),
  ]);
}
