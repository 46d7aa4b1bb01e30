import * as z from 'zod';

import {difficulties} from '../lib/page.ts';

const maximumPosition = 1000;
const korean = /[가-힣]/;

const text = z
  .string('글자로 적어야 합니다. 숫자뿐이라면 따옴표로 감싸 주세요')
  .trim()
  .min(1, '비어 있습니다')
  .max(200, '200자 이내로 줄여 주세요')
  .regex(/^[^\n]*$/, '한 줄로 적어 주세요')
  // Dates and numbers too: the site generator's own reader takes them for more than text.
  .regex(/\p{L}/u, '글자가 없습니다. 낱말로 적어 주세요')
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
  title: text.regex(korean, '한국어로 적어 주세요'),
  description: text.regex(korean, '한국어로 적어 주세요'),
  sidebar_label: text.optional(),
  sidebar_position: z
    .number('숫자로 적어야 합니다')
    .min(0, '0보다 커야 합니다')
    .max(maximumPosition, `${maximumPosition} 이하로 적어 주세요`),
  slug: z
    .string()
    .max(100, '100자 이내로 줄여 주세요')
    .regex(/^\/[a-z0-9]+(-[a-z0-9]+)*$/, '"/영문-소문자" 꼴로 적어 주세요 (예: /virtualization)')
    .optional(),
  difficulty: z
    .enum(difficulties, `${difficulties.join('이나 ')} 가운데 하나로 적어 주세요`)
    .optional(),
  prerequisites: pagePaths,
  next: pagePaths,
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** What is right in the front matter of a page. The gate names the rest; a page that is being written shows without it. */
export function validFields(values: Record<string, unknown> | undefined): Partial<FrontMatter> {
  return Object.fromEntries(
    Object.entries(frontMatterSchema.shape).flatMap(([name, field]) => {
      const {success, data} = field.safeParse(values?.[name]);
      return success && data !== undefined ? [[name, data]] : [];
    }),
  );
}
