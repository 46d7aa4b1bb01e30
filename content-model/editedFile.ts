import {readContentModel, versionIn, workingFolder} from './model.ts';

/**
 * Finds the file that the edit link of a page opens: always one of the working version, since
 * a released one is history. Pages of two versions belong together by their address: a page
 * may have moved to another folder since.
 *
 * @param root of the repository
 * @returns a function of a version's folder and a page's path below it; it returns undefined
 *   when the working version has no page at the address
 */
export function editedFiles(
  root: string,
): (versionFolder: string, pagePath: string) => string | undefined {
  const pagesIn = (folder: string) => versionIn(readContentModel(root), folder).pages;
  return (versionFolder, pagePath) => {
    if (versionFolder === workingFolder) {
      return `${workingFolder}/${pagePath}`;
    }
    const slug = pagesIn(versionFolder).find(({path}) => path === pagePath)?.slug;
    return pagesIn(workingFolder).find((page) => page.slug === slug)?.file;
  };
}
