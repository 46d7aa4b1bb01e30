import {readFileSync} from 'node:fs';

import {keepOneIssue} from './github.ts';
import {failStep} from './outputs.ts';

/** One entry of what `npm run links -- --json` writes. */
interface CheckedLink {
  address: string;
  state: 'alive' | 'dead' | 'doubtful';
  reason: string;
  places: string[];
}

const title = '깨진 바깥 링크';

/**
 * `node scripts/ci/reportLinks.ts 파일`: keeps one open issue while links are dead,
 * with a table of them, and closes it when none is. Doubtful ones are only listed.
 */
async function reportLinks(file: string): Promise<void> {
  const links = JSON.parse(readFileSync(file, 'utf8')) as CheckedLink[];
  const dead = links.filter(({state}) => state === 'dead');
  const doubtful = links.filter(({state}) => state === 'doubtful');
  const body = [
    '매주 하는 검사에서 찾았습니다. 새 주소로 고치거나, 보관본이 있으면 `archive`를 더해 주세요.',
    '',
    ...tableOf(dead),
    ...(doubtful.length > 0
      ? [
          '',
          `<details><summary>확인하지 못한 링크 ${doubtful.length}개</summary>`,
          '',
          '프로그램의 요청을 막는 곳일 수 있습니다. 브라우저로 열어 보세요.',
          '',
          ...tableOf(doubtful),
          '',
          '</details>',
        ]
      : []),
  ].join('\n');
  await keepOneIssue(title, dead.length > 0 ? body : undefined, '모든 링크가 다시 열립니다.');
}

function tableOf(links: readonly CheckedLink[]): string[] {
  const cell = (text: string) => text.replace(/[|`<>\r\n]/g, encodeURIComponent);
  return [
    '| 주소 | 까닭 | 있는 곳 |',
    '| --- | --- | --- |',
    ...links.map(
      ({address, reason, places}) =>
        `| <${cell(address)}> | ${cell(reason)} | ${places.map((place) => `\`${cell(place)}\``).join(', ')} |`,
    ),
  ];
}

reportLinks(process.argv[2] ?? 'links.json').catch(failStep);
