import {readFileSync} from 'node:fs';

import {keepOneIssue} from './github.ts';
import {failStep} from './outputs.ts';

/** One entry of what `npm run releases -- --json` writes. */
interface NewRelease {
  product: string;
  version: string;
  places: string[];
}

/** `node scripts/ci/reportReleases.ts 파일`: keeps one open issue while a product has a release that nobody has read. */
async function reportReleases(file: string): Promise<void> {
  const releases = JSON.parse(readFileSync(file, 'utf8')) as NewRelease[];
  const body = [
    '변경 기록을 읽고, 달라진 줄을 고친 뒤 `data/products.yaml`의 `version`을 올려 주세요.',
    ...releases.flatMap(({product, version, places}) => [
      '',
      `### ${product} ${version}`,
      '',
      ...places.map((place) => `- [ ] \`${place}\``),
    ]),
  ].join('\n');
  await keepOneIssue(
    '새 판이 나온 제품',
    releases.length > 0 ? body : undefined,
    '모두 읽었습니다.',
  );
}

reportReleases(process.argv[2] ?? 'releases.json').catch(failStep);
