import type {RootContent} from 'mdast';

import {citationsOf} from '../../lib/citations.ts';
import {glossaryFile} from '../../content-model/glossary.ts';
import {referencesFile} from '../../content-model/references.ts';
import {exampleReference} from '../exampleReference.ts';
import type {Rule} from '../rule.ts';

export const referenceCited: Rule = {
  id: 'reference-cited',
  why: '어느 글도 인용하지 않는 출처는 무엇을 뒷받침하는지 알 수 없습니다.',
  bad: [
    {
      files: {[referencesFile]: exampleReference, 'docs/a.md': '`[@docker-run]`은 코드입니다.'},
      findings: [`${referencesFile}:1:1`],
    },
  ],
  good: [
    {files: {[referencesFile]: exampleReference, 'docs/a.md': '주장 [@docker-run].'}},
    {
      files: {
        [referencesFile]: exampleReference,
        [glossaryFile]:
          '- id: a\n  term: 가\n  english: a\n  definition: 뜻입니다.\n  source: docker-run\n',
        'docs/glossary.md': '::glossary',
      },
    },
  ],
  check: ({pages, references: {entries: known, lines}, glossary}) => {
    const cited = new Set(pages.flatMap(({root}) => citationsOf(root).map(({key}) => key)));
    // The page of terms cites the source of each.
    if (pages.some(({root}) => root.children.some(isGlossary))) {
      [...glossary.entries.values()].forEach(({source}) => cited.add(source ?? ''));
    }
    return [...known.keys()]
      .filter((key) => !cited.has(key))
      .map((key) => ({
        file: referencesFile,
        line: lines.get(key) ?? 1,
        column: 1,
        message: `출처 "${key}" 항목을 인용하는 글이 없습니다. 글에서 [@${key}]처럼 인용하거나, "더 읽기"에 넣거나, 지워 주세요`,
      }));
  },
};

function isGlossary(node: RootContent): boolean {
  return node.type === 'leafDirective' && node.name === 'glossary';
}
