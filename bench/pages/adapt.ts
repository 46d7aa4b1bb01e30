/** How a peer writes what our Markdown has beyond CommonMark, GFM and Mermaid. */
export interface Syntax {
  /** `## Heading {#id}` gives the heading that id. */
  readsHeadingIds: boolean;
  /** Whether the page shows the title of the front matter as its heading. */
  showsTitle: boolean;
  /** First line of a box; `:::` ends it everywhere. */
  box: (kind: string, title: string) => string;
  /** Address of a link to another page of the same folder. */
  link: (page: string) => string;
}

/** The same text in a peer's own syntax. Our citations and the
 * questions for our search are left out: no peer has any. */
export function adapt(markdown: string, syntax: Syntax): string {
  const text = markdown
    .replace(/^:::also-asked\n[\s\S]*?^:::\n/gm, '')
    .replace(/^- \[@[^\]]+\]: /gm, '- ')
    .replace(/ ?\[@[^\]]+\]/g, '')
    .replace(/^::(bibliography|glossary)$/gm, '')
    .replace(/^:::interview-answer$/gm, ':::tip[면접 답변]')
    .replace(/^:::(\w+)\[(.+)\]$/gm, (_, kind: string, title: string) => syntax.box(kind, title))
    // A peer's pages lie in one folder, and have the addresses of their files.
    .replace(/^slug: .*\n/m, '')
    .replace(/\]\((?:\.\.\/[\w-]+\/)?([\w-]+)\.md\)/g, (_, page: string) => `](${syntax.link(page)})`);
  const withIds = syntax.readsHeadingIds ? text : text.replace(/^(#+ .*?) \{#[\w-]+\}$/gm, '$1');
  return syntax.showsTitle ? withIds : withTitleHeading(withIds);
}

function withTitleHeading(markdown: string): string {
  const title = /^title: (.+)$/m.exec(markdown)?.[1] ?? '';
  return markdown.replace(/^---\n[\s\S]*?\n---\n/, (frontMatter) => `${frontMatter}\n# ${title}\n`);
}
