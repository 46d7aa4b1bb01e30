/** Particles, endings and common words of Korean, as far as search needs them. */

import {jamoOf} from '../hangul.ts';

const list = (text: string) => text.trim().split(/\s+/);

/**
 * What may follow a noun: particles (조사), the copula, and the endings of the
 * verbs that turn nouns into predicates (하다, 되다).
 */
const suffixes = new Set(
  list(`
    은 는 이 가 을 를 의 에 로 으로 와 과 도 만 랑 이랑 하고 들 들은 들이 들을 들의 들도 들과 들끼리 끼리 끼리는
    에서 에서는 에서도 에서의 에서만 에게 에게서 에게는 한테 한테서 에는 에도 에만 으로는 로는 으로도 로도 으로의 로의
    으로서 로서 으로써 로써 으로부터 로부터 까지 까지는 부터 부터는 처럼 보다 보다는 마다 조차 밖에 만의 만이 만을 만
    와의 과의 와는 과는 이나 나 이란 란 이라는 라는 이라고 라고 이라면 라면 이라도 라도 이라서 라서 이니까 니까 든지 이든지 이며 이고 이면
    입니다 입니까 인가요 인가 인지 인데 이에요 예요 에요 이예요 이죠 죠 이지 일까요 일까 이야 야 이다 이었 이요 요 님
    합니다 합니까 하나요 하나 하는 하는지 하는데 하는가 하는거 하는게 한다 한다면 한다는 하면 하면은 하고 하기 하기에 하려면 하려고 하지 하여 해서 해도 해요 해야 해
    했 했을 했나요 할 할까 할까요 할지 함 하게 한 하던 하다 하는법 하니까 하며 하도록 한가 한가요 한지 한데 하죠 하잖아 하네요
    되나요 되나 됩니다 됩니까 되는 되는지 되는데 되는가 된다 된다면 되면 되고 되기 되어 되어도 돼서 돼도 돼 돼요 되지 되도록 된 될 될까 될까요 됨 되게 되었
    시키는 시키면 시킨 시켜 시키기 시킬 받는 받은 받을 받으면 당하면 당하는 당할 당해 당한 당하나요
    없이 없는 있는 있나요 같은 같이 관련 적 적인 적으로 화 화된 성 용
  `),
);

/** Words that only ask: they say nothing of what is sought. */
export const questionWords = new Set(
  list(`
    뭐 뭔 뭔가 뭔가요 뭐야 뭐예요 뭐에요 뭐죠 뭐지 뭐냐 뭘 무엇 무엇인가요 무엇인가 무엇인지 무엇이 무엇을 무슨 어떤 어떤가요 어떻게 어떡해 어디 어디서 어디에 언제 누구 누가 왜 얼마 얼마나 몇
    좀 그냥 그 이 저 것 거 게 걸 건 수 때 등 및 더 잘 안 못 또 다 꼭 막 진짜 정말 그리고 그래서 그럼 그러면 그렇다면 근데 그런데 그래도 혹시 제가 내가 나 저는 우리
    하나요 하면 하는 해요 해도 해 한다 하고 하려면 하지 할 한 되나요 되면 되는 돼요 돼 되나 됩니다 될까요 된다 있나요 있어요 있어 있는 있다 있을까요 있을까 있는지 있습니까 없나요 없어요 없는 없이 없다 인가요 인가 인지 건가요 건가 거예요 건데 걸까요 싶어요 싶은데 싶다
    설명 설명해 설명해줘 설명해주세요 알려줘 알려 알려주세요 주세요 주나요 대해 대해서 대한 관해 관련 의미 뜻 개념 정의 말해 말 답변 질문 면접 궁금 궁금해요 알고 이란 란 란게 그게 이게 저게 이거 그거 이걸 무조건 보통 실제 실제로 같은 같아요 처럼 위한
    내 네 옆 애 더욱 아님 아니 서로 따로 그대로 통째로 계속 같이 함께 위에 위에서 아래 안에 안에서 여섯 가지 거는 있으면 볼 보면 줘 주면 왜죠 근데요 어떤건가요 거지 법 건지 아닌가요 아니에요 그런가요 맞나요 인거죠 대로 널리
    주시겠어요 주실 주실래요 말씀 말씀해 어느 어째서 어쩌다 뭔지
    보세 보세요 보시 보시나요 한마디 한마디로 말하면 생각 생각하세요 확인하시나요 쓰세요
    a an the is are was be of in on at by to with for and or not vs what how why when where which who does do did can could should would will i my me we our you your it its this that these those if so then than about into between
  `),
);

/** Words that fit any topic: they rank, but do not make a result. */
export const weakWords = new Set(
  list(`
    정리 관계 구분 기반 관점 전체 정도 부분 차이 차이점 다르 다른 다른가요 다른지 달라요 비교 방법 방식 이유 원인 장점 단점 장단점 특징 문제 문제점 해결 해결책 해결법 종류 예시 예 역할 기능 사용 사용법 쓰 쓰는 쓰이 쓰이나요 쓰면 쓸 써도 써 이용 활용 설정 구조 원리 과정 대안 선택 좋은 좋아요 좋나요 나쁜 나쁜가요 가능 필요 서버 프로그램
    컴퓨터 시스템 데이터 성능 속도 크기 기술 환경 목록 관리 실행 시작 추천 요즘 최신 버전 설치 기본 주요 여러 하나 둘 두 개 내용 경우 시간 사람 사람들 많이 쉽게 빠른 빨리 빠르게 운영 공유 연결 명령 명령어 옵션 파일 폴더 디렉터리 코드 개발 서비스 만들기 만드는 만들 만들면 도구
    difference differences different compare versus use using used way best good example list server system
  `),
);

/** Particles that may follow a noun of one syllable: `벽이`. */
const shortParticle = /^[은는이가을를의에도만과와]$/;

const longestSuffix = Math.max(...[...suffixes].map(({length}) => length));

/** Whether a run of Hangul that touches a Latin word is only its particle: `Docker가`. */
export function isSuffix(text: string): boolean {
  return suffixes.has(text);
}

/**
 * The word without its particles and endings, step by step, longest first:
 * `컨테이너에서는` → `컨테이너`. A stem keeps two syllables, or one before a
 * particle of one syllable (`벽이` → `벽`).
 */
export function stemsOf(word: string): string[] {
  const stems: string[] = [];
  let rest = word;
  for (let step = 0; step < 3; step += 1) {
    const next = withoutSuffix(rest);
    if (next === undefined) {
      break;
    }
    stems.push(next);
    rest = next;
  }
  return stems;
}

function withoutSuffix(word: string): string | undefined {
  for (let length = Math.min(longestSuffix, word.length - 1); length > 0; length -= 1) {
    const stem = word.slice(0, -length);
    const suffix = word.slice(-length);
    if ((stem.length > 1 || shortParticle.test(suffix)) && suffixes.has(suffix)) {
      return stem;
    }
  }
  return undefined;
}

const verbEnding =
  /(면|면서|나요|나|아요|어요|워요|려면|려고|니까|까요|을까|는데|은데|던데|는지|는|은|아|어|여|워|줘|게|죠|지|네|냐|아도|어도|다가|기|더니|에다|고|러|려|자|듯|든|던|도록)$/;

/** Whether a word that is no term looks like a verb: those say less of the topic. */
export function looksLikeVerb(word: string): boolean {
  return (
    word.length > 1 &&
    verbEnding.test(word) &&
    (isPastOrFuture(word) || stemsOf(word).every((stem) => stem.length < 3))
  );
}

/** Whether a form holds the ㅆ of the past or the future: no noun does before its particles. */
export function isPastOrFuture(word: string): boolean {
  return /ㅆ[ㄱ-ㅎ]/.test(jamoOf(word.slice(1)));
}

/**
 * Endings of verbs and adjectives in letters, so that one that begins with a final consonant
 * is found in its syllable: `지운` ends in ㄴ. Longest first.
 */
const endings = list(`
  다 는다 ㄴ다 습니다 ㅂ니다 습니까 ㅂ니까 나요 나 는지 ㄴ지 은지 을지 ㄹ지 는데 ㄴ데 은데 던데 는데도 는데요 던데요 는가 ㄴ가 은가 는가요 ㄴ가요 은가요
  는 은 ㄴ 을 ㄹ 을까 ㄹ까 을까요 ㄹ까요 으면 면 요 어 아 여 어요 아요 어서 아서 서 어도 아도 도 려면 으려면 려고 으려고 지만 지 지도 지는 기만 기 기도 던 도록 게
  네요 네 거든요 다고 다면 다는 다는데 다던데 ㄴ다고 ㄴ다는 ㄴ다던데 ㄴ다면 고 며 으며 면서 으면서 니까 으니까 니 으니 더니 더니만 었더니 다가 자 자마자 야 어야 아야 음 ㅁ
  죠 지요 세요 으세요 시나요 시겠어요 게요 잖아요 냐 냐고 ㄹ수 을수 ㄹ때 을때 러 으러 듯 든지 든 거나 느라 기에 길래
`)
  .map(jamoOf)
  .sort((a, b) => b.length - a.length);

/** Past and future, and respect, before the ending: `지웠`, `가겠`, `보시`. */
const beforeEnding = /(ㅇㅓㅆ|ㅇㅏㅆ|ㅇㅕㅆ|ㅆ|ㄱㅔㅆ|ㅅㅣ)$/;

/** The vowel of the stem behind the one that it becomes before 어 or 아: `꺼져` of `꺼지다`. */
const changedVowel: Record<string, string> = {ㅕ: 'ㅣ', ㅓ: 'ㅡ', ㅏ: 'ㅡ'};

/**
 * What the forms of a verb share, in letters: `지웠더니`, `지우면`, `지워` → `ㅈㅣㅇㅜ`.
 * ㅂ, ㄹ or ㅅ at its end goes, since it does before many endings.
 * @returns undefined for words that are too short to tell
 */
export function verbRoot(word: string): string | undefined {
  const letters = jamoOf(word);
  const ending = endings.find(
    (candidate) => letters.length > candidate.length && letters.endsWith(candidate),
  );
  const bare = (ending ? letters.slice(0, -ending.length) : letters)
    .replace(beforeEnding, '')
    .replace(/(?<=[ㅏ-ㅣ])[ㅂㄹㅅ]$/, '')
    .replace(/([ㅏ-ㅣ])[ㅏ-ㅣ]*$/, (_, vowel: string) => changedVowel[vowel] ?? vowel)
    .replace(/ㄹㄹ/, 'ㄹ');
  return bare.length > 2 ? bare : undefined;
}

/** Verbs that help others, or go with any noun: `해 두면`, `쓰고`. */
const helperVerbs = new Set(
  list(`
    두면 두고 두는 둔 둘 둬도 둬야 쓰고 쓰는 쓰면 쓸 쓴 쓰지 써야 써서 썼는데 주 주는 주고 주면 줄 준 줘도 줘야 줬는데 보고 보는 보면 본 봐도 봐야 봤는데 보니
    오는 오면 온 올 와서 왔는데 가는 가면 간 갈 가서 갔는데 놓고 놓으면 놓은 놨는데 놨으니까 버리면 버린 버렸는데 버렸어요 싶은데요 나는 나고 나면 난 날 나서 났는데 났을까요 나요
    들어 드는 들면 든 말고 말면 마는 않고 않는 않은 않으면 않나요 못하는 못하고 못해 맞나 맞는 맞아요 아는 알면 알아 모르는 모르면 몰라요 좋을까요 좋은가요 낫다는 나은 나은가요
    그런 이런 저런 그런가 그런지 그렇게 이렇게 저렇게 어느 아무 모두 전부 다들 자꾸 아주 매우 너무 제일 가장 먼저 미리 바로 다시 새로 이미 아직 벌써 여전히 굳이 딱 각각 서로서로 스스로
    이제 이제는 이젠 원래 알아서 아예 절대 절대로 거의 약간 조금 잠깐 잠시 일단 우선 결국 특히 역시 물론 아마 만약 만일 오히려 마치 과연 도대체 대체 대체로 대부분 항상 늘 언제나 자주 가끔 점점 갑자기 금방 방금 곧 곧바로 완전히 완전 제대로 그저 단지 오직 오로지 훨씬 상당히 무척 꽤 별로 전혀 도저히 차라리 하필 어차피 어쨌든 아무튼 예컨대 가령 이를테면 한번 한꺼번에 저절로 사실 솔직히 간단히 자세히 정확히 분명히 확실히 당연히 반드시 때문에 때문인가요 덕분에 만큼 채로 채
    사실인가요 진짜예요 진짜인가요 정말인가요 맞는지 괜찮나요 괜찮은가요 괜찮아요 괜찮을까요 어때요 어떤지
    말도 말이 말은 말을 뜻이 까닭 까닭이 까닭은 건가 거죠 거예요 거라 일이 일을 일은 쪽 쪽이 편 편이 때는 때도 때만 점 점이 점은
  `),
);

/** Whether the word only helps another, whatever it stands with. */
export function isHelper(word: string): boolean {
  return helperVerbs.has(word);
}
