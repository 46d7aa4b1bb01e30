import {glossaryFile} from '../../content-model/glossary.ts';
import {referencesFile} from '../../content-model/references.ts';
import {exampleReference} from '../exampleReference.ts';
import type {Rule} from '../rule.ts';

const at = (line: number, column: number) => `${glossaryFile}:${line}:${column}`;

const example = `- id: docker
  term: Docker
  english: Docker
  variants: [도커]
  definition: 컨테이너를 다루는 플랫폼입니다.
`;

export const glossaryData: Rule = {
  id: 'glossary-data',
  why: '한 표기가 두 용어를 가리키면 검색이 엉뚱한 글을 찾습니다.',
  bad: [
    {files: {[glossaryFile]: example.replace('  english: Docker\n', '')}, findings: [at(1, 3)]},
    {files: {[glossaryFile]: example.replace('입니다.', '')}, findings: [at(5, 15)]},
    {files: {[glossaryFile]: example.replace('variants', 'aliases')}, findings: [at(1, 3)]},
    {
      files: {[glossaryFile]: example + example.replace('id: docker', 'id: other')},
      findings: [at(6, 1), at(6, 1)],
    },
    {
      files: {
        [glossaryFile]: `${example}  source: no-such-key\n`,
        [referencesFile]: exampleReference,
      },
      findings: [at(1, 1)],
    },
  ],
  good: [{files: {[glossaryFile]: example}}],
  check({glossary, references}) {
    const owners = new Map<string, string>();
    const findings: ReturnType<Rule['check']> = [...glossary.findings];
    for (const {
      id,
      term,
      english,
      variants = [],
      misspellings = [],
      source,
    } of glossary.entries.values()) {
      const place = {file: glossaryFile, line: glossary.lines.get(id) ?? 1, column: 1};
      const names = new Set([term, english, ...variants, ...misspellings].map(bare));
      for (const name of names) {
        const owner = owners.get(name);
        if (owner !== undefined) {
          findings.push({
            ...place,
            message: `용어 "${id}"의 표기 "${name}"은(는) 용어 "${owner}"에도 있습니다. 한쪽에서 지워 주세요`,
          });
        }
        owners.set(name, id);
      }
      // Without the list nobody can tell.
      const isKnown = references.entries.size === 0 || references.entries.has(source ?? '');
      if (source !== undefined && !isKnown) {
        findings.push({
          ...place,
          message: `용어 "${id}"의 출처 "${source}" 항목이 data/references.yaml에 없습니다. 키의 철자를 확인해 주세요`,
        });
      }
    }
    return findings;
  },
};

/** Search compares names so: without case, spaces and signs. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^가-힣a-z0-9]/g, '');
}
