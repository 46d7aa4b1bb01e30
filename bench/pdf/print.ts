import {writeFileSync} from 'node:fs';

import {readBuiltSite, versionsOf} from '../../outputs/builtSite.ts';
import {createPdf} from '../../outputs/book/index.ts';

/** A process of its own: `print.ts <built site> <file>` makes the PDF of the latest version. */
async function print(folder: string, file: string): Promise<void> {
  const pages = readBuiltSite(folder);
  const [version] = versionsOf(pages);
  if (!version) {
    throw new Error(`${folder}에 글이 없습니다.`);
  }
  const {bytes} = await createPdf({folder, pages}, version, {paper: 'a4', isPlain: true}, () => undefined);
  writeFileSync(file, bytes);
}

const [folder = '', file = ''] = process.argv.slice(2);
void print(folder, file);
