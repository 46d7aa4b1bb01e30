import * as z from 'zod';

import {editDistance} from '../lib/hangul.ts';
import {difficulties} from '../lib/page.ts';
import type {Page} from './markdown.ts';
import {parsePlainYaml} from './plainYaml.ts';

const maximumPosition = 1000;
const maximumLength = 5000;
const korean = /[가-힣]/;

const text = z
  .string('글자로 적어야 합니다. 숫자뿐이라면 따옴표로 감싸 주세요')
  .trim()
  .min(1, '비어 있습니다')
  .max(200, '200자 이내로 줄여 주세요')
  .regex(/^[^\n]*$/, '한 줄로 적어 주세요')
  // Dates and numbers too: the site generator's own reader takes them for more than text.
  .regex(/\p{L}/u, '글자가 없습니다. 낱말로 적어 주세요')
  // The site generator's reader takes these for numbers, this one for words.
  .regex(
    /^(?![-+]?0[box][\da-f_]+$|[-+]?\.(?:inf|nan)$|[-+]?[\d_.]+e[-+]?\d+$)/i,
    '숫자로 읽힐 수 있습니다. 낱말로 적어 주세요',
  )
  .regex(/^(?!.*(<[a-z!/?]|&#?\w+;))/i, 'HTML은 쓰지 않습니다. 꺾쇠괄호와 &…;를 지워 주세요')
  .regex(
    /^(?!.*(\*\*|`|\[@|\]\())/,
    'Markdown과 인용은 여기서 쓰지 않습니다. 보통 글로 적어 주세요',
  );

const pagePaths = z
  .array(
    z
      .string()
      .regex(
        /^([a-z0-9-]+\/)*[a-z0-9-]+\.md$/,
        'docs/ 아래의 경로로 적어 주세요 (예: containers/cgroups.md)',
      ),
    '목록으로 적어 주세요',
  )
  .optional();

/** What stands between the `---` of a page: the one schema, of the gate and of the build. */
export const frontMatterSchema = z.strictObject({
  title: text.regex(korean, '한국어로 적어 주세요').describe('이 글이 답하는 면접 질문'),
  description: text
    .regex(korean, '한국어로 적어 주세요')
    .describe('검색 결과와 공유한 링크에 보이는 한 문장'),
  sidebar_label: text.optional().describe('사이드바에 보이는 짧은 제목'),
  sidebar_position: z
    .number('숫자로 적어야 합니다')
    .min(0, '0보다 커야 합니다')
    .max(maximumPosition, `${maximumPosition} 이하로 적어 주세요`)
    .describe('묶음 안의 차례'),
  slug: z
    .string()
    .max(100, '100자 이내로 줄여 주세요')
    .regex(/^\/[a-z0-9]+(-[a-z0-9]+)*$/, '"/영문-소문자" 꼴로 적어 주세요 (예: /virtualization)')
    .optional()
    .describe('폴더와 파일의 이름이 아닌 주소를 쓸 때만'),
  difficulty: z
    .enum(difficulties, `${difficulties.join('이나 ')} 가운데 하나로 적어 주세요`)
    .optional()
    .describe('질문의 수준'),
  tracks: z
    .array(text, '목록으로 적어 주세요')
    .min(1, '하나 이상 적거나 이 줄을 지워 주세요')
    .optional()
    .describe('이 질문을 받는 사람. tracks.yaml에 있는 이름'),
  prerequisites: pagePaths.describe('먼저 읽을 글. docs/ 아래의 경로'),
  next: pagePaths.describe('이어서 읽을 글. docs/ 아래의 경로'),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** What is right in the front matter of a page. The gate names the rest; a page that is being written shows without it. */
export function validFields(values: Record<string, unknown> | undefined): Partial<FrontMatter> {
  const fields = new Map<string, z.ZodType>(Object.entries(frontMatterSchema.shape));
  return Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) => {
      const parsed = fields.get(name)?.safeParse(value);
      return parsed?.success ? [[name, parsed.data]] : [];
    }),
  );
}

/** Something wrong in the front matter of a page. */
export interface FrontMatterFault {
  line: number;
  column: number;
  /** Korean. */
  message: string;
  /** All of the page is read as something else because of this. */
  isOpen?: true;
}

/** All that keeps the front matter of a page from being what the schema says, wherever the page is. */
export function frontMatterFaults(page: Page): FrontMatterFault[] {
  const values = page.frontMatter;
  const yaml = page.root.children.find(({type}) => type === 'yaml');
  if (yaml?.type !== 'yaml') {
    if (/^---[ \t]*\n/.test(page.text)) {
      const last = page.text
        .split('\n')
        .findLastIndex((line, index) => index < 20 && /^[a-z_]+:/.test(line));
      const message = '글머리를 닫는 "---"가 없습니다. 이 줄 아래에 "---"만 있는 줄을 넣어 주세요';
      return [{line: Math.max(last, 0) + 1, column: 1, message, isOpen: true}];
    }
    const message =
      '글머리(---로 감싼 title, description, sidebar_position)가 없습니다. 첫 줄은 "---"뿐이어야 합니다. 다른 글의 첫 줄들을 본떠 주세요';
    return [{line: 1, column: 1, message}];
  }
  if (yaml.value.length > maximumLength || /^---/m.test(yaml.value)) {
    const message = `글머리가 너무 길거나(${maximumLength}자까지) 그 안에 "---"로 시작하는 줄이 있습니다`;
    return [{line: 1, column: 1, message}];
  }
  if (!values) {
    const {faults, lineCounter} = parsePlainYaml(yaml.value);
    const found = faults.map(({offset, message}) => {
      const {line, col} = lineCounter.linePos(offset);
      // The front matter begins below its fence.
      return {line: line + 1, column: col, message: `글머리: ${message}`};
    });
    const message = '글머리는 "이름: 값"을 한 줄에 하나씩 적습니다. 다른 글을 본떠 주세요';
    return found.length > 0 ? found : [{line: 1, column: 1, message}];
  }
  const {error} = frontMatterSchema.safeParse(values);
  return (error?.issues ?? []).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const meant = meantKey(key, values);
        const mend = meant
          ? `"${meant}"로 고쳐 주세요`
          : `쓸 수 있는 항목: ${Object.keys(frontMatterSchema.shape).join(', ')}`;
        return {
          line: lineOfKey(page, key),
          column: 1,
          message: `글머리에 모르는 항목이 있습니다: "${key}". ${mend}`,
        };
      });
    }
    const key = String(issue.path[0]);
    const isMissing = values[key] === undefined;
    if (isMissing && isMisspelt(key, values)) {
      return [];
    }
    return [
      {
        line: isMissing ? 1 : lineOfKey(page, key),
        column: 1,
        message: isMissing
          ? `글머리에 ${key}이 없습니다. "${key}: …" 줄을 추가해 주세요`
          : `글머리의 ${key}: ${issue.message}`,
      },
    ];
  });
}

/** The item that a misspelt one stands for, when the page has none of that name. */
function meantKey(key: string, values: Record<string, unknown>): string | undefined {
  return Object.keys(frontMatterSchema.shape).find(
    (known) => values[known] === undefined && editDistance(key.toLowerCase(), known, 2) <= 2,
  );
}

/** Whether the page has an item under a name like it: one cause, told there. */
export function isMisspelt(known: string, values: Record<string, unknown>): boolean {
  return Object.keys(values).some(
    (key) => !(key in frontMatterSchema.shape) && meantKey(key, values) === known,
  );
}

/** Line of a key of the front matter, from 1. */
export function lineOfKey({text: source}: Page, key: string): number {
  const index = source.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return Math.max(index, 0) + 1;
}
