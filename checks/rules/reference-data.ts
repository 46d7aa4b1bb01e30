import {referencesFile} from '../../lib/node/references.ts';
import type {Rule} from '../rule.ts';

const entry = `- id: docker-run
  type: webpage
  title: "docker container run"
  author: Docker
  container-title: Docker Docs
  URL: https://docs.docker.com/reference/cli/docker/container/run/
  accessed: "2026-09"
  language: en
`;
const at = (line: number, column: number) => `${referencesFile}:${line}:${column}`;

export const referenceData: Rule = {
  id: 'reference-data',
  why: '출처의 제목, 지은이, 주소, 확인한 날이 모두 있어야 독자가 원문을 찾습니다.',
  bad: [
    {files: {[referencesFile]: `${entry}${entry}`}, findings: [at(9, 3)]},
    {files: {[referencesFile]: entry.replace('  author: Docker\n', '')}, findings: [at(1, 3)]},
    {files: {[referencesFile]: entry.replace('https:', 'javascript:')}, findings: [at(6, 8)]},
    {files: {[referencesFile]: entry.replace('"2026-09"', '어제')}, findings: [at(7, 13)]},
    {files: {[referencesFile]: entry.replace('language', 'lang')}, findings: [at(1, 3), at(1, 3)]},
    {files: {[referencesFile]: 'docker-run: 목록이 아님'}, findings: [at(1, 1)]},
    {files: {[referencesFile]: '- id: [\n'}, findings: [at(2, 1)]},
  ],
  good: [{files: {[referencesFile]: entry}}],
  check: ({references: {findings}}) => findings,
};
