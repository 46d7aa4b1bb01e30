import path from 'node:path';

/**
 * The folder of the working version that `--out` names, from the root: `docs/docker`.
 * @throws Error in Korean when it lies outside docs/
 */
export function contentFolderOf(root: string, out: string): string {
  const folder = path.relative(root, path.resolve(root, out)).replaceAll('\\', '/');
  if (folder !== 'docs' && !folder.startsWith('docs/')) {
    throw new Error(`--out은 docs/ 아래의 폴더입니다: ${out}`);
  }
  return folder;
}
