import {readFileSync} from 'node:fs';

import {getDocumentProxy} from 'unpdf';

/** A PDF as a reader gets it: read back with pdf.js, which knows nothing of how it was made. */
export interface ReadPdf {
  /** What each page says, without running heads and page numbers. */
  pages: string[];
  /** What part of each page's height lies below its last line of text. */
  below: number[];
  links: PdfLink[];
  /** Text alternatives of the figures, in order. */
  alternatives: string[];
  outline: OutlineEntry[];
  language: string | undefined;
  title: string | undefined;
  author: string | undefined;
}

interface PdfLink {
  /** Number of the page that it is on. */
  page: number;
  /** The words that it covers. */
  text: string;
  /** Number of the page that it leads to, or the address. */
  target: number | string | undefined;
}

interface OutlineEntry {
  title: string;
  page: number;
  depth: number;
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

export async function readPdf(file: string): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(readFileSync(file)));
  const pages: string[] = [];
  const below: number[] = [];
  const links: PdfLink[] = [];
  const alternatives: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const {items} = await page.getTextContent({includeMarkedContent: true});
    pages.push(textOf(items));
    below.push(lowestOf(items) / (page.view[3] ?? 1));
    alternatives.push(...alternativesIn((await page.getStructTree()) as StructureNode | null));
    for (const annotation of (await page.getAnnotations()) as Annotation[]) {
      links.push({
        page: number,
        text: annotation.overlaidText ?? '',
        target: annotation.dest ? await pageOf(document, annotation.dest) : annotation.url,
      });
    }
  }
  const info = (await document.getMetadata()).info as Record<string, string | undefined>;
  return {
    pages,
    below,
    links,
    alternatives,
    outline: await readOutline(document, (await document.getOutline()) as OutlineNode[], 0),
    language: info.Language,
    title: info.Title,
    author: info.Author,
  };
}

interface TextItem {
  type?: string;
  tag?: string;
  str?: string;
  hasEOL?: boolean;
  transform?: number[];
}

interface Annotation {
  overlaidText?: string;
  dest?: string | unknown[];
  url?: string;
}

interface OutlineNode {
  title: string;
  dest: string | unknown[];
  items: OutlineNode[];
}

interface StructureNode {
  role?: string;
  alt?: string;
  children?: StructureNode[];
}

function alternativesIn(node: StructureNode | null): string[] {
  return [
    ...(node?.role === 'Figure' ? [node.alt ?? ''] : []),
    ...(node?.children ?? []).flatMap(alternativesIn),
  ];
}

function textOf(items: readonly TextItem[]): string {
  let text = '';
  const open: string[] = [];
  for (const {type, tag, str, hasEOL} of items) {
    if (type?.startsWith('begin')) {
      open.push(tag ?? '');
    } else if (type?.startsWith('end')) {
      open.pop();
    } else if (!open.includes('Artifact')) {
      text += (str ?? '') + (hasEOL ? '\n' : '');
    }
  }
  return text;
}

/** Where the last line stands, in points above the end of the page. */
const lowestOf = (items: readonly TextItem[]) =>
  Math.min(
    ...items.map(({str, transform}) => (str?.trim() ? (transform?.[5] ?? Infinity) : Infinity)),
  );

async function readOutline(
  document: Document,
  nodes: readonly OutlineNode[],
  depth: number,
): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  for (const {title, dest, items} of nodes) {
    entries.push({title, depth, page: (await pageOf(document, dest)) ?? 0});
    entries.push(...(await readOutline(document, items, depth + 1)));
  }
  return entries;
}

async function pageOf(
  document: Document,
  destination: string | unknown[],
): Promise<number | undefined> {
  const explicit =
    typeof destination === 'string' ? await document.getDestination(destination) : destination;
  return explicit
    ? (await document.getPageIndex(explicit[0] as Parameters<Document['getPageIndex']>[0])) + 1
    : undefined;
}
