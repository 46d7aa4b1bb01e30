/**
 * Changed texts with the addresses of their pages: a built page names its source in its edit link.
 * @param files changed files, from the root of the repository
 * @param site built files by path
 */
export function changedPages(
  files: readonly string[],
  site: ReadonlyMap<string, Buffer>,
): {file: string; address: string}[] {
  const pages = [...site].filter(
    ([name]) => name.startsWith('docs/next/') && name.endsWith('/index.html'),
  );
  return files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const page = pages.find(([, html]) => html.includes(`/edit/main/${file}"`));
      return page ? [{file, address: page[0].replace(/index\.html$/, '')}] : [];
    });
}
