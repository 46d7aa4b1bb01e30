import path from 'node:path';

import {readContentModel, versionIn, workingFolder} from '../content-model/model.ts';

/**
 * The folder of the working version where a new page goes, from the root: `docs/docker`.
 * @param out what `--out` names; the section that takes new pages when left out
 * @throws Error in Korean when it lies outside docs/, or no section takes new pages
 */
export function contentFolderOf(root: string, out: string | undefined): string {
  if (out === undefined) {
    const {sections} = versionIn(readContentModel(root), workingFolder);
    const inbox = [...sections.values()].find((section) => section.inbox);
    if (!inbox) {
      throw new Error('새 글을 받는 묶음이 없습니다. --out docs/묶음으로 골라 주세요.');
    }
    return `${workingFolder}/${inbox.id}`;
  }
  const folder = path.relative(root, path.resolve(root, out)).replaceAll('\\', '/');
  if (folder !== workingFolder && !folder.startsWith(`${workingFolder}/`)) {
    throw new Error(`--out은 docs/ 아래의 폴더입니다: ${out}`);
  }
  return folder;
}
