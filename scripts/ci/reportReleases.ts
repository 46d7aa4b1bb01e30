import {readFileSync} from 'node:fs';

import {keepOneIssue} from './github.ts';
import {failStep} from './outputs.ts';

/** What `npm run releases -- --json` writes. */
interface Report {
  releases: {product: string; version: string; places: string[]}[];
  cves: {cve: string; reason: string; places: string[]}[];
  /** Names of answers. */
  old: string[];
}

/** `node scripts/ci/reportReleases.ts 파일`: keeps one open issue while something has to be compared with its sources again. */
async function reportReleases(file: string): Promise<void> {
  const {releases, cves, old} = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const boxes = (places: readonly string[]) => places.map((place) => `- [ ] \`${place}\``);
  const body = [
    '출처를 다시 읽고 달라진 줄을 고쳐 주세요. 새 판의 변경 기록을 읽었으면 `data/products.yaml`의 `version`을 올리고, 출처와 견준 답은 `npm run verify`로 남깁니다.',
    ...releases.flatMap(({product, version, places}) => [
      `### ${product} ${version}`,
      ...boxes(places),
    ]),
    ...cves.flatMap(({cve, reason, places}) => [`### ${cve}: ${reason}`, ...boxes(places)]),
    ...(old.length > 0 ? ['### 180일이 지난 확인', ...boxes(old)] : []),
  ].map((line) => (line.startsWith('###') ? `\n${line}\n` : line));
  await keepOneIssue(
    '출처와 다시 견줄 답',
    body.length > 1 ? body.join('\n') : undefined,
    '모두 읽었습니다.',
  );
}

reportReleases(process.argv[2] ?? 'releases.json').catch(failStep);
