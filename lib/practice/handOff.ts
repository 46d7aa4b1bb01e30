import type {PracticePage, PracticeQuestion} from './practiceSet.ts';

const longest = 4000;

/**
 * What a reader pastes into a language model that goes on with the interview: the question, what a good
 * answer says, its sources and the rules. No more than 4,000 characters: sources that do not fit stay out.
 * @param said places of the sentences that the reader has said
 * @param urlOf makes an address of the site absolute
 */
export function handOff(
  page: PracticePage,
  question: PracticeQuestion,
  said: readonly number[],
  urlOf: (address: string) => string,
): string {
  const sources = question.cites.flatMap((place, index) => {
    const source = page.sources[place];
    return source ? [`[${index + 1}] ${[source.title, source.url].filter(Boolean).join(' ')}`] : [];
  });
  const next = page.questions
    .slice(page.questions.indexOf(question) + 1)
    .map(({text}) => `- ${text}`);
  const before = [
    '당신은 백엔드·인프라 기술 면접관입니다. 아래의 질문을 이어서 면접을 진행해 주세요.',
    '',
    '규칙',
    '- 한국어로, 꼬리질문을 한 번에 하나만 하고 제 답을 기다립니다.',
    '- 제 답은 ‘답에 있어야 할 것’으로 채점하고, 빠진 것을 짚어 줍니다.',
    '- 설명은 아래의 답과 출처에 있는 것만으로 하고, 문장마다 [번호]로 출처를 답니다. 출처에 없으면 모른다고 말합니다.',
    '- 다섯 번 묻고 나면 잘한 것과 더 볼 것을 정리합니다.',
    '',
    `질문: ${question.text}`,
    '',
    '답에 있어야 할 것 (○는 제가 말한 것)',
    ...question.units.map((unit, index) => `${said.includes(index) ? '○' : '×'} ${unit}`),
    '',
    ...(next.length > 0 ? ['이어서 물을 수 있는 질문', ...next, ''] : []),
    `전체 답: ${urlOf(question.url)}`,
    ...(sources.length > 0 ? ['출처'] : []),
  ];
  return [...before, ...sources].reduce((text, line) =>
    text.length + line.length + 1 <= longest ? `${text}\n${line}` : text,
  );
}
