import * as z from 'zod';

import {difficulties} from '../../lib/page.ts';
import type {Page} from '../../lib/node/markdown.ts';
import type {Rule} from '../rule.ts';

const text = z
  .string('글자로 적어야 합니다. 숫자뿐이라면 따옴표로 감싸 주세요')
  .trim()
  .min(1, '비어 있습니다');

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

const schema = z.strictObject({
  title: text,
  description: text.max(200, '200자 이내로 줄여 주세요'),
  sidebar_label: text.optional(),
  sidebar_position: z.number('숫자로 적어야 합니다'),
  slug: z
    .string()
    .regex(/^\/[a-z0-9]+(-[a-z0-9]+)*$/, '"/영문-소문자" 꼴로 적어 주세요 (예: /virtualization)')
    .optional(),
  difficulty: z
    .enum(difficulties, `${difficulties.join('이나 ')} 가운데 하나로 적어 주세요`)
    .optional(),
  prerequisites: pagePaths,
  next: pagePaths,
});

const complete = '---\ntitle: 질문\ndescription: 설명\nsidebar_position: 1\n---\n';

export const frontMatter: Rule = {
  id: 'front-matter',
  why: '제목과 설명은 검색 결과와 차례에 그대로 쓰입니다.',
  bad: [
    {files: {'docs/a.md': '# 제목만 있는 글'}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': complete.replace('title: 질문\n', '')}, findings: ['docs/a.md:1:1']},
    {files: {'docs/a.md': complete.replace('설명', '')}, findings: ['docs/a.md:3:1']},
    {
      files: {'docs/a.md': complete.replace('title', 'titel')},
      findings: ['docs/a.md:1:1', 'docs/a.md:2:1'],
    },
    {files: {'docs/a.md': '---\ntitle: [\n---\n'}, findings: ['docs/a.md:1:1']},
  ],
  good: [{files: {'docs/a.md': complete}}],
  check: ({pages}) => pages.flatMap(findingsOfPage),
};

function findingsOfPage(page: Page): ReturnType<Rule['check']> {
  const {file, frontMatter: values} = page;
  if (!values) {
    return [
      {
        file,
        line: 1,
        column: 1,
        message:
          '글머리(---로 감싼 title, description, sidebar_position)가 없거나 YAML로 읽히지 않습니다. 다른 글의 첫 여섯 줄을 본떠 주세요',
      },
    ];
  }
  const parsed = schema.safeParse(values);
  return (parsed.error?.issues ?? []).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        file,
        line: lineOfKey(page, key),
        column: 1,
        message: `글머리에 모르는 항목이 있습니다: "${key}". 쓸 수 있는 항목: ${Object.keys(schema.shape).join(', ')}`,
      }));
    }
    const key = String(issue.path[0]);
    const isMissing = values[key] === undefined;
    return [
      {
        file,
        line: isMissing ? 1 : lineOfKey(page, key),
        column: 1,
        message: isMissing
          ? `글머리에 ${key}이 없습니다. "${key}: …" 줄을 추가해 주세요`
          : `글머리의 ${key}: ${issue.message}`,
      },
    ];
  });
}

function lineOfKey({text: source}: Page, key: string): number {
  const index = source.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return Math.max(index, 0) + 1;
}
