import {readFileSync} from 'node:fs';
import path from 'node:path';

import {findingsOf, parseContent} from '../../checks/checkContent.ts';
import {rules} from '../../checks/rules/index.ts';
import {glossaryFile} from '../../content-model/glossary.ts';
import {workingFolder} from '../../content-model/model.ts';
import {referencesFile} from '../../content-model/references.ts';
import {sectionsFile} from '../../content-model/sections.ts';
import {tracksFile} from '../../content-model/tracks.ts';
import type {Finding} from '../../lib/finding.ts';
import {frontMatterBlock, gaps} from '../newPage.ts';
import type {Remark} from './remark.ts';

/** What keeps a page from being built: the others are for who finishes it. */
const blockingRules = rules.filter(({isForFinishedPages}) => !isForFinishedPages);

const maxLine = 2000;
/** Once as code, once left out, and what that brings to light. */
const maxPasses = 6;

/**
 * Makes of the blocks of a page a text that can be built, whatever the note had: a block that the
 * gate refuses becomes code, and where that is refused too it is left out and told.
 * @param root of the repository
 * @param others path → content of what is written with the page
 * @throws Error in Korean when nothing helps: the page is too long
 */
export async function passGate(
  blocks: readonly string[],
  {
    root,
    page,
    others,
  }: {root: string; page: string; others: ReadonlyMap<string, string | Uint8Array>},
): Promise<{text: string; remarks: Remark[]}> {
  const kept: {block: string; attempts: number}[] = blocks.map((block) => ({block, attempts: 0}));
  const remarks: Remark[] = [];
  const data = [
    referencesFile,
    glossaryFile,
    `${workingFolder}/${sectionsFile}`,
    `${workingFolder}/${tracksFile}`,
  ];
  const around = new Map([
    ...data.map((file): [string, string] => [file, readFileSync(path.join(root, file), 'utf8')]),
    ...others,
  ]);
  for (let pass = 0; ; pass += 1) {
    const text = `${kept.map(({block}) => block).join('\n\n')}\n`;
    const faults = await blockingFaults(page, text, around);
    if (faults.length === 0) {
      return {text, remarks};
    }
    if (pass === maxPasses || faults.some(({message}) => /글을 나누어/.test(message))) {
      throw new Error(`옮긴 글을 빌드할 수 없습니다: ${faults[0]?.message}`);
    }
    const lines = faults.map(({line}) => line);
    let start = 1;
    for (const each of [...kept]) {
      const end = start + each.block.split('\n').length + 1;
      const fault = faults[lines.findIndex((line) => line >= start && line < end)];
      start = end;
      if (fault) {
        mend(each, fault, remarks, kept.indexOf(each) === 0);
      }
    }
    kept.splice(0, kept.length, ...kept.filter(({block}) => block !== ''));
  }
}

function mend(
  each: {block: string; attempts: number},
  {message}: Finding,
  remarks: Remark[],
  isFrontMatter: boolean,
): void {
  const {block} = each;
  each.attempts += 1;
  if (isFrontMatter) {
    const position = Number(/^sidebar_position: (\d+)$/m.exec(block)?.[1] ?? 1);
    each.block = frontMatterBlock({
      title: `이 노트에 대해 설명해 주세요.`,
      description: gaps.description,
      sidebar_label: gaps.label,
      sidebar_position: position,
    });
    remarks.push({
      kind: '제목',
      message: `글머리에 쓸 수 없는 말이라 비웠습니다: ${block.replace(/\s+/g, ' ')}`,
    });
    return;
  }
  if (each.attempts === 1 && block.split('\n').some((line) => line.length > maxLine)) {
    each.block = block
      .split('\n')
      .flatMap((line) => line.match(new RegExp(`.{1,${maxLine}}`, 'gsu')) ?? [''])
      .join('\n');
    remarks.push({
      kind: '옮기지 못한 것',
      message: `너무 긴 줄을 나누었습니다: ${block.slice(0, 60)}…`,
    });
    return;
  }
  if (each.attempts <= 2 && !block.startsWith('```')) {
    const ticks = '`'.repeat(
      Math.max(3, ...(block.match(/`+/g) ?? []).map(({length}) => length + 1)),
    );
    each.block = `${ticks}text\n${block}\n${ticks}`;
    remarks.push({
      kind: '옮기지 못한 것',
      message: `글로 옮길 수 없어 코드로 두었습니다 (${message}): ${block.slice(0, 60)}`,
    });
    return;
  }
  each.block = '';
  remarks.push({
    kind: '옮기지 못한 것',
    message: `글에 둘 수 없어 뺐습니다 (${message}): ${block}`,
  });
}

async function blockingFaults(
  page: string,
  text: string,
  around: ReadonlyMap<string, string | Uint8Array>,
): Promise<Finding[]> {
  const encoder = new TextEncoder();
  const content = parseContent(
    [[page, text] as const, ...around].map(([file, value]) => ({
      file,
      bytes: typeof value === 'string' ? encoder.encode(value) : value,
    })),
  );
  return (await findingsOf(content, blockingRules)).filter(({file}) => file === page);
}
