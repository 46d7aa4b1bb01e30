import {referencesFile} from '../../content-model/references.ts';
import {exampleReference} from '../exampleReference.ts';
import type {Found, Rule} from '../rule.ts';

const at = (line: number, column: number) => `${referencesFile}:${line}:${column}`;

export const referenceData: Rule = {
  id: 'reference-data',
  why: '출처의 제목, 지은이, 주소, 확인한 날이 모두 있어야 독자가 원문을 찾습니다.',
  bad: [
    {files: {[referencesFile]: `${exampleReference}${exampleReference}`}, findings: [at(9, 3)]},
    {
      files: {[referencesFile]: exampleReference.replace('  author: Docker\n', '')},
      findings: [at(1, 3)],
    },
    {
      files: {[referencesFile]: exampleReference.replace('https:', 'javascript:')},
      findings: [at(6, 8)],
    },
    {
      files: {[referencesFile]: exampleReference.replace('"2026-09"', '어제')},
      findings: [at(7, 13)],
    },
    {
      files: {[referencesFile]: exampleReference.replace('language', 'lang')},
      findings: [at(1, 3), at(1, 3)],
    },
    {files: {[referencesFile]: 'docker-run: 목록이 아님'}, findings: [at(1, 1)]},
    {files: {[referencesFile]: '- id: [\n'}, findings: [at(2, 1)]},
  ],
  good: [{files: {[referencesFile]: exampleReference}}],
  check: ({references: {entries, findings}}) =>
    // Without the list nobody can tell which citations are right.
    findings.map((found): Found => (entries.size === 0 ? {...found, hides: 'pages'} : found)),
};
