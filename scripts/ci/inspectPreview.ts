import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {changedPages} from './changedPages.ts';
import {askGitHub, downloadFromGitHub} from './github.ts';
import {failStep, writeOutputs} from './outputs.ts';
import {contentPath} from './readChanges.ts';
import {limits, readSiteArchive} from './siteArchive.ts';

/** The part of the event `workflow_run` that we read. Its names come from the pull request. */
interface Run {
  id: number;
  head_sha: string;
  head_branch: string;
  head_repository: {id: number; owner: {login: string}};
}

interface PullRequest {
  number: number;
  head: {sha: string; repo: {id: number} | null};
  base: {ref: string};
}

/**
 * `node scripts/ci/inspectPreview.ts 폴더`: finds the pull request of a finished run
 * of CI, and unpacks the site that the run left into the folder, if it is fit to show.
 * What the artifact says of itself is not believed: which pull request it is and what
 * that changes is asked of GitHub.
 */
async function inspectPreview(folder: string): Promise<void> {
  const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH ?? '', 'utf8')) as {
    workflow_run: Run;
  };
  const run = event.workflow_run;
  const pullRequest = await findPullRequest(run);
  if (!pullRequest) {
    console.log('이 실행에 맞는 열린 풀 리퀘스트가 없습니다. 그사이 바뀌었거나 닫혔습니다.');
    return;
  }
  const files = await changedFiles(pullRequest.base.ref, run.head_sha);
  const artifact = await findArtifact(run, 'site');
  if (artifact === undefined) {
    throw new Error('CI가 남긴 사이트(site)가 없습니다.');
  }
  const zip = await downloadFromGitHub(`actions/artifacts/${artifact}/zip`, limits.archiveBytes);
  const site = readSiteArchive(zip);
  for (const [name, content] of site) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, content, {flag: 'wx'});
  }
  const isContentOnly = files !== undefined && files.every((file) => contentPath.test(file));
  writeOutputs({
    number: String(pullRequest.number),
    artifact: String(artifact),
    'content-only': String(isContentOnly),
    pages: JSON.stringify(isContentOnly ? changedPages(files, site) : []),
    // Not what the code of the pull request may have drawn.
    pictures: String((isContentOnly ? await findArtifact(run, 'pictures') : undefined) ?? ''),
    open: (await openPullRequests()).map(({number}) => number).join(' '),
  });
}

/** Previews of others would be taken away: all of them, however many. */
async function openPullRequests(): Promise<PullRequest[]> {
  const perPage = 100;
  const all: PullRequest[] = [];
  for (let page = 1; all.length === (page - 1) * perPage; page += 1) {
    all.push(
      ...(await askGitHub<PullRequest[]>(`pulls?state=open&per_page=${perPage}&page=${page}`)),
    );
  }
  return all;
}

/** The open pull request to main whose last commit the run tested: from one branch there may be more. */
async function findPullRequest(run: Run): Promise<PullRequest | undefined> {
  const head = encodeURIComponent(`${run.head_repository.owner.login}:${run.head_branch}`);
  const candidates = await askGitHub<PullRequest[]>(`pulls?state=open&head=${head}`);
  return candidates.find(
    ({head: {sha, repo}, base}) =>
      sha === run.head_sha && repo?.id === run.head_repository.id && base.ref === 'main',
  );
}

/** What the run left under this name. */
async function findArtifact(run: Run, name: string): Promise<number | undefined> {
  const {artifacts} = await askGitHub<{artifacts: {id: number}[]}>(
    `actions/runs/${run.id}/artifacts?name=${name}`,
  );
  return artifacts[0]?.id;
}

/** Files between base and exactly this commit; undefined when GitHub does not list them all. */
async function changedFiles(base: string, sha: string): Promise<string[] | undefined> {
  const range = `${encodeURIComponent(base)}...${encodeURIComponent(sha)}`;
  const {files} = await askGitHub<{
    files: {filename: string; previous_filename?: string}[];
  }>(`compare/${range}`);
  const mostListed = 300;
  return files.length >= mostListed
    ? undefined
    : files.flatMap(({filename, previous_filename: previous}) =>
        previous === undefined ? [filename] : [filename, previous],
      );
}

inspectPreview(process.argv[2] ?? 'preview').catch(failStep);
