import {askGitHub, repositoryAddress} from './github.ts';
import {failStep} from './outputs.ts';

interface Comment {
  id: number;
  body: string;
  user: {login: string} | null;
}

const mark = '<!-- kkori-preview -->';

/**
 * `node scripts/ci/commentPreview.ts`: one comment below the pull request says where
 * its preview is; a later run changes that comment. Reads NUMBER, RUN_ID, ARTIFACT, PICTURES
 * and PAGES as inspectPreview told them, and PREVIEW_URL when the preview was published.
 */
async function commentPreview(): Promise<void> {
  const {NUMBER = '', RUN_ID = '', ARTIFACT = '', PICTURES = ''} = process.env;
  const {PAGES = '[]', PREVIEW_URL = ''} = process.env;
  const pages = JSON.parse(PAGES) as {file: string; address: string}[];
  const home = PREVIEW_URL && `${PREVIEW_URL.replace(/\/$/, '')}/pr-${NUMBER}/`;
  const download = (artifact: string) =>
    `${repositoryAddress()}/actions/runs/${RUN_ID}/artifacts/${artifact}`;
  const text = [
    mark,
    home
      ? `미리보기가 준비됐습니다: ${home}`
      : `만들어진 사이트를 [내려받아](${download(ARTIFACT)}) 볼 수 있습니다. GitHub에 로그인해야 하고, 코드도 고친 풀 리퀘스트라면 코드를 먼저 읽어 보세요.`,
    ...(pages.length > 0 ? ['', '고친 글:', ''] : []),
    ...pages.map(({file, address}) => `- ${home ? `[${file}](${home}${address})` : file}`),
    ...(PICTURES
      ? ['', `고치기 전과 뒤를 찍은 [그림](${download(PICTURES)})도 내려받아 견줄 수 있습니다.`]
      : []),
  ].join('\n');
  const own = await findOwnComment(NUMBER);
  await (own
    ? askGitHub(`issues/comments/${own.id}`, {method: 'PATCH', body: {body: text}})
    : askGitHub(`issues/${NUMBER}/comments`, {method: 'POST', body: {body: text}}));
}

/** Somebody else's comment that carries our mark is not ours. */
async function findOwnComment(number: string): Promise<Comment | undefined> {
  const perPage = 100;
  for (let page = 1; ; page += 1) {
    const comments = await askGitHub<Comment[]>(
      `issues/${number}/comments?per_page=${perPage}&page=${page}`,
    );
    const own = comments.find(
      ({user, body}) => user?.login === 'github-actions[bot]' && body.startsWith(mark),
    );
    if (own || comments.length < perPage) {
      return own;
    }
  }
}

commentPreview().catch(failStep);
