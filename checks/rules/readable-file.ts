import type {Found, Rule} from '../rule.ts';

const at = (line: number) => [`docs/a.md:${line}:1`] as [string];

export const readableFile: Rule = {
  id: 'readable-file',
  why: '너무 크거나 겹겹이 쌓인 글, 다른 파일을 가리키는 링크는 검사하는 컴퓨터를 멈추게 하거나 속입니다.',
  bad: [
    {files: {'docs/a.md': {link: '/etc/passwd'}}, findings: at(1)},
    {files: {'docs/a.md': `글\n\n${'>'.repeat(10_000)} 깊은 인용`}, findings: ['docs/a.md:3:4001']},
    {files: {'docs/a.md': `글\n\n${'> '.repeat(50)}깊은 인용`}, findings: at(3)},
    {files: {'docs/a.md': `글\n\n${'- '.repeat(50)}깊은 목록`}, findings: at(3)},
    {
      files: {'docs/a.md': `글\n\n${'*가_ '.repeat(1200)}`.replace(/(.{3000})/g, '$1\n')},
      findings: at(3),
    },
    {files: {'docs/a.md': `글\n${'가'.repeat(5000)}`}, findings: ['docs/a.md:2:4001']},
  ],
  good: [{files: {'docs/a.md': '> 인용\n\n- 목록\n  - 안쪽\n    - 더 안쪽'}}],
  check: ({unreadable}) => unreadable.map((found): Found => ({...found, hides: 'file'})),
};
