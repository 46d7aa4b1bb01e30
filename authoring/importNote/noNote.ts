import type {Root} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {SKIP, visit} from 'unist-util-visit';

import {letters} from './lostContent.ts';
import {plain} from './plain.ts';
import type {NoteSections} from './sectionsOfNote.ts';

/** Headings of the front page of a repository. */
const frontPageWords =
  /^(?:contributors?|기여자|기여 ?방법|contributing|팀원|팀 소개|멤버|members?|참여자|참가자|스터디원|설치( 방법)?|installation|getting started|license|라이선스|목차|table of contents|contents|커밋 ?(컨벤션|규칙)|commit convention|규칙|rules?|진행 ?방[식법]|스터디 ?(규칙|방식|방법|소개|진행.*)|프로젝트 구조|디렉터?리 구조|커리큘럼|일정)$/i;

/**
 * Why a file is no note that could become a page, in Korean, or undefined: the front page of a
 * repository, a list of links, the profiles of people.
 */
export function noNoteReason(root: Root, sections: NoteSections): string | undefined {
  const words = letters(toString(root)).length;
  if (words === 0) {
    return '글이 없습니다';
  }
  const {questions, conventionTitles} = sections;
  if (questions.length > 0 || conventionTitles.length > 1 || sections['follow-up'].length > 0) {
    return undefined;
  }
  let links = 0;
  let linked = 0;
  let profiles = 0;
  let badges = 0;
  visit(root, (node) => {
    if (node.type === 'image') {
      badges += /shields\.io|badge|hits\.|contrib\.rocks|avatars\.githubusercontent/i.test(node.url)
        ? 1
        : 0;
    }
    if (node.type !== 'link' || node.url.startsWith('#')) {
      return undefined;
    }
    links += 1;
    linked += letters(toString(node)).length;
    profiles +=
      /^https?:\/\/(?:www\.)?(?:github\.com\/[\w.-]+\/?$|(?:www\.)?linkedin\.com\/in\/)/i.test(
        node.url,
      )
        ? 1
        : 0;
    let isBadge = false;
    visit(node, 'image', ({url}) => {
      isBadge ||= /shields\.io|badge|avatars\.githubusercontent/i.test(url);
    });
    badges += isBadge ? 1 : 0;
    return SKIP;
  });
  if (profiles >= 3 && profiles * 2 >= links) {
    return '사람들의 프로필을 모은 글입니다';
  }
  const titles = root.children.filter(
    (node) => node.type === 'heading' && frontPageWords.test(plain(node)),
  );
  if (titles.length >= 2 || (titles.length === 1 && links >= 3) || (badges > 0 && links >= 3)) {
    return '저장소를 소개하는 첫 화면입니다';
  }
  return links >= 4 && linked >= words * 0.6 ? '다른 글로 가는 링크를 모은 글입니다' : undefined;
}
