/** What a job of GitHub Actions knows: https://docs.github.com/actions/reference/variables-reference */
function variable(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`환경 변수 ${name}이(가) 없습니다. GitHub Actions에서 실행하는 명령입니다.`);
  }
  return value;
}

/** `owner/name` of the repository that the workflow belongs to. */
const repository = (): string => variable('GITHUB_REPOSITORY');

/** Address of the repository on the web. */
export const repositoryAddress = (): string => `${variable('GITHUB_SERVER_URL')}/${repository()}`;

/**
 * Asks GitHub's REST API about this repository.
 * @param path below `/repos/owner/name/`, its parts encoded
 * @throws when the answer is no success
 */
export async function askGitHub<Answer>(
  path: string,
  request: {method?: 'GET' | 'POST' | 'PATCH'; body?: object} = {},
): Promise<Answer> {
  const response = await fetchGitHub(path, request);
  return (await response.json()) as Answer;
}

/**
 * Downloads what GitHub holds, or leads to.
 * @throws when it is larger than `most`
 */
export async function downloadFromGitHub(path: string, most: number): Promise<Buffer> {
  const {body} = await fetchGitHub(path, {});
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    const bytes = part as Uint8Array;
    size += bytes.length;
    if (size > most) {
      throw new Error(`너무 큽니다: ${path}`);
    }
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

interface Issue {
  number: number;
  title: string;
  pull_request?: object;
}

/**
 * Keeps one open issue of this workflow while there is something to tell, and closes it when not.
 * @param body undefined when there is nothing to tell
 */
export async function keepOneIssue(
  title: string,
  body: string | undefined,
  closing: string,
): Promise<void> {
  const issues = await askGitHub<Issue[]>(
    'issues?state=open&creator=github-actions%5Bbot%5D&per_page=100',
  );
  const own = issues.find((issue) => issue.title === title && !issue.pull_request);
  if (body === undefined) {
    if (own) {
      await askGitHub(`issues/${own.number}`, {
        method: 'PATCH',
        body: {body: closing, state: 'closed'},
      });
    }
    return;
  }
  await (own
    ? askGitHub(`issues/${own.number}`, {method: 'PATCH', body: {body}})
    : askGitHub('issues', {method: 'POST', body: {title, body}}));
}

async function fetchGitHub(
  path: string,
  {method = 'GET', body}: {method?: string; body?: object},
): Promise<Response> {
  const response = await fetch(`${variable('GITHUB_API_URL')}/repos/${repository()}/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${variable('GITHUB_TOKEN')}`,
      'x-github-api-version': '2022-11-28',
    },
    ...(body ? {body: JSON.stringify(body)} : {}),
  });
  if (!response.ok) {
    throw new Error(`GitHub가 ${response.status}로 답했습니다: ${method} ${path}`);
  }
  return response;
}
