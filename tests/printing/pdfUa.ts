import {readFileSync} from 'node:fs';
import {inflateSync} from 'node:zlib';

import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';

import {parseContent, stringToHex} from '../../outputs/book/pdf/contentStream.ts';

/**
 * The rules of PDF/UA-1 (ISO 14289-1, as numbered in the Matterhorn Protocol 1.1)
 * that a machine can check and that can apply to a book of ours: no forms, media,
 * scripts or attachments.
 * @returns one line a fault
 */
export async function pdfUaFaults(file: string): Promise<string[]> {
  const document = await PDFDocument.load(readFileSync(file), {updateMetadata: false});
  const tree = readTree(document);
  return [
    ...documentFaults(document),
    ...roleFaults(document, tree),
    ...headingFaults(tree),
    ...listFaults(tree),
    ...tableFaults(tree),
    ...figureFaults(tree),
    ...contentFaults(document, tree),
    ...annotationFaults(document, tree),
    ...fontFaults(document),
  ];
}

const name = (text: string) => PDFName.of(text);

interface Tag {
  role: string;
  dictionary: PDFDict;
  reference: PDFRef | undefined;
  parent: Tag | undefined;
  tags: Tag[];
  /** `page:mcid` */
  contents: string[];
  annotations: PDFRef[];
}

function readTree({catalog, context}: PDFDocument): Tag {
  const read = (
    object: PDFObject,
    reference: PDFRef | undefined,
    parent: Tag | undefined,
    inherited: string,
  ): Tag => {
    const dictionary = object as PDFDict;
    const page = dictionary.get(name('Pg'))?.toString() ?? inherited;
    const tag: Tag = {
      role: dictionary.lookup(name('S'), PDFName).decodeText(),
      dictionary,
      reference,
      parent,
      tags: [],
      contents: [],
      annotations: [],
    };
    for (const kid of kids(dictionary)) {
      const value = context.lookup(kid);
      if (value instanceof PDFNumber) {
        tag.contents.push(`${page}:${value.asNumber()}`);
      } else if (value instanceof PDFDict && value.has(name('Obj'))) {
        tag.annotations.push(value.get(name('Obj')) as PDFRef);
      } else if (value instanceof PDFDict && value.has(name('MCID'))) {
        const own = value.get(name('Pg'))?.toString() ?? page;
        tag.contents.push(`${own}:${value.lookup(name('MCID'), PDFNumber).asNumber()}`);
      } else if (value instanceof PDFDict) {
        tag.tags.push(read(value, kid instanceof PDFRef ? kid : undefined, tag, page));
      }
    }
    return tag;
  };
  const root = catalog.lookup(name('StructTreeRoot'), PDFDict);
  const top = kids(root)[0] as PDFRef;
  return read(context.lookup(top, PDFDict), top, undefined, '');
}

function kids(dictionary: PDFDict): PDFObject[] {
  const value = dictionary.lookup(name('K'));
  if (value instanceof PDFArray) {
    return value.asArray();
  }
  const kid = dictionary.get(name('K'));
  return kid ? [kid] : [];
}

function all(tag: Tag): Tag[] {
  return [tag, ...tag.tags.flatMap(all)];
}

function documentFaults({catalog, context}: PDFDocument): string[] {
  const faults: string[] = [];
  const check = (isRight: boolean, fault: string) => {
    if (!isRight) {
      faults.push(fault);
    }
  };
  const stream = catalog.lookup(name('Metadata'));
  const packet =
    stream instanceof PDFRawStream ? Buffer.from(stream.getContents()).toString('utf8') : '';
  const marks = catalog.lookupMaybe(name('MarkInfo'), PDFDict);
  const viewer = catalog.lookupMaybe(name('ViewerPreferences'), PDFDict);
  check(/<pdfuaid:part>1<\/pdfuaid:part>/.test(packet), '06-002/5-001 no PDF/UA identifier');
  check(stream instanceof PDFRawStream, '06-001 no XMP metadata');
  check(/<dc:title>.*\S.*<\/dc:title>/s.test(packet), '06-003 no dc:title');
  check(viewer?.lookup(name('DisplayDocTitle'))?.toString() === 'true', '07-001 DisplayDocTitle');
  check(marks?.lookup(name('Marked'))?.toString() === 'true', '01-007/11-001 not marked');
  check(marks?.lookup(name('Suspects'))?.toString() !== 'true', '01-007 suspects');
  check(catalog.lookup(name('Lang'))?.toString() === '(ko)', '11-006 no language');
  check(!context.trailerInfo.Encrypt, '26-001 encrypted');
  check(
    !catalog.has(name('AcroForm')) && !catalog.has(name('OpenAction')),
    '29-001 forms or actions',
  );
  return faults;
}

/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
const standardRoles = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 ' +
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot ' +
    'Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

function roleFaults({catalog}: PDFDocument, tree: Tag): string[] {
  const map = catalog.lookup(name('StructTreeRoot'), PDFDict).lookupMaybe(name('RoleMap'), PDFDict);
  return all(tree).flatMap(({role}) => {
    const mapped = map?.lookupMaybe(name(role), PDFName)?.decodeText();
    if (standardRoles.has(role)) {
      return mapped ? [`02-004 the standard role ${role} is mapped`] : [];
    }
    return mapped && standardRoles.has(mapped) ? [] : [`02-001 role ${role} is not mapped`];
  });
}

function headingFaults(tree: Tag): string[] {
  const levels = all(tree)
    .map(({role}) => Number(/^H([1-6])$/.exec(role)?.[1]))
    .filter((level) => !Number.isNaN(level));
  return levels.flatMap((level, index) => {
    const before = levels[index - 1] ?? 0;
    return level > before + 1 ? [`14-003 H${level} after H${before}`] : [];
  });
}

function listFaults(tree: Tag): string[] {
  return all(tree).flatMap(({role, tags, contents, parent}) => {
    const roles = tags.map((tag) => tag.role);
    if (role === 'L') {
      return roles.every((child) => ['LI', 'L', 'Caption'].includes(child)) && contents.length === 0
        ? []
        : [`09-006 L has ${roles.join(' ')}`];
    }
    if (role === 'LI') {
      return roles.every((child) => ['Lbl', 'LBody'].includes(child)) &&
        contents.length === 0 &&
        parent?.role === 'L'
        ? []
        : [`09-005 LI has ${roles.join(' ')} in ${parent?.role}`];
    }
    if (role === 'TOC') {
      return roles.every((child) => ['TOC', 'TOCI', 'Caption'].includes(child))
        ? []
        : [`09-007 TOC has ${roles.join(' ')}`];
    }
    if (role === 'TOCI') {
      const allowed = ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'];
      return roles.every((child) => allowed.includes(child)) && /^TOC$/.test(parent?.role ?? '')
        ? []
        : [`09-008 TOCI has ${roles.join(' ')} in ${parent?.role}`];
    }
    return role === 'LBody' && parent?.role !== 'LI' ? ['09-005 LBody outside LI'] : [];
  });
}

function tableFaults(tree: Tag): string[] {
  return all(tree).flatMap((tag) => {
    const roles = tag.tags.map(({role}) => role);
    switch (tag.role) {
      case 'Table': {
        const rows = all(tag).filter(({role}) => role === 'TR');
        const isRegular = new Set(rows.map((row) => row.tags.length)).size === 1;
        return [
          ...(roles.every((role) => ['TR', 'THead', 'TBody', 'TFoot', 'Caption'].includes(role))
            ? []
            : [`09-004 Table has ${roles.join(' ')}`]),
          ...(isRegular ? [] : ['15-003 rows of different lengths']),
        ];
      }
      case 'TR':
        return roles.every((role) => role === 'TH' || role === 'TD')
          ? []
          : [`09-004 TR has ${roles.join(' ')}`];
      case 'TH':
        return tag.dictionary.lookup(name('A'))?.toString().includes('/Scope')
          ? []
          : ['15-003 TH without scope'];
      default:
        return [];
    }
  });
}

function figureFaults(tree: Tag): string[] {
  return all(tree).flatMap(({role, dictionary}) =>
    role === 'Figure' && !dictionary.has(name('Alt')) ? ['13-004 Figure without Alt'] : [],
  );
}

const painting = new Set([
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'S',
  's',
  'sh',
  'Do',
  'Tj',
  'TJ',
  "'",
  '"',
]);

function contentFaults(document: PDFDocument, tree: Tag): string[] {
  const owners = new Map(all(tree).flatMap((tag) => tag.contents.map((id) => [id, tag] as const)));
  const parents = parentTree(document);
  const shown = new Set<string>();
  const faults = document.getPages().flatMap((page) => {
    const found: string[] = [];
    const open: string[] = [];
    for (const {operator, operands} of operationsOf(page)) {
      if (operator === 'BMC' || operator === 'BDC') {
        const mcid = /\/MCID\s+(\d+)/.exec(operands[1] ?? '')?.[1];
        const kind =
          operands[0] === '/Artifact' ? 'artifact' : mcid ? `${page.ref.toString()}:${mcid}` : '';
        if (kind && open.some(Boolean)) {
          found.push(`01-003/004 ${kind} in ${open.join(' ')}`);
        }
        if (mcid) {
          shown.add(kind);
          const owner = owners.get(kind);
          const key = page.node.lookup(name('StructParents'), PDFNumber).asNumber();
          const listed = parents.get(key);
          const entry = listed instanceof PDFArray ? listed.get(Number(mcid)) : undefined;
          if (!owner || entry !== owner.reference) {
            found.push(`01-005 content ${kind} is in no tag, or the parent tree names another`);
          }
        }
        open.push(kind);
      } else if (operator === 'EMC') {
        if (open.pop() === undefined) {
          found.push('01-005 EMC without BMC');
        }
      } else if (painting.has(operator) && !open.some(Boolean)) {
        found.push(`01-005 untagged ${operator} on ${page.ref.toString()}`);
      }
    }
    return found;
  });
  const lost = [...owners.keys()].filter((id) => !shown.has(id));
  return [...faults, ...lost.map((id) => `a tag names content ${id}, which no page has`)];
}

function parentTree({catalog}: PDFDocument): Map<number, PDFObject> {
  const tree = catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('ParentTree'), PDFDict);
  const numbers = tree.lookup(name('Nums'), PDFArray);
  const entries = new Map<number, PDFObject>();
  for (let index = 0; index < numbers.size(); index += 2) {
    const value = numbers.get(index + 1);
    const looked = numbers.lookup(index + 1);
    entries.set(
      numbers.lookup(index, PDFNumber).asNumber(),
      looked instanceof PDFArray ? looked : value,
    );
  }
  return entries;
}

function operationsOf(page: PDFPage) {
  const stream = page.node.lookup(name('Contents'));
  if (!(stream instanceof PDFRawStream)) {
    throw new Error('a page whose content is not one stream');
  }
  return parseContent(inflateSync(stream.contents).toString('latin1'));
}

function annotationFaults(document: PDFDocument, tree: Tag): string[] {
  const owners = new Map(
    all(tree).flatMap((tag) => tag.annotations.map((reference) => [reference, tag] as const)),
  );
  const parents = parentTree(document);
  return document.getPages().flatMap((page) => {
    const annotations = (page.node.Annots()?.asArray() ?? []) as PDFRef[];
    const faults =
      annotations.length > 0 && page.node.get(name('Tabs')) !== name('S')
        ? ['28-008 tab order']
        : [];
    for (const reference of annotations) {
      const annotation = document.context.lookup(reference, PDFDict);
      const owner = owners.get(reference);
      const key = annotation.lookupMaybe(name('StructParent'), PDFNumber)?.asNumber();
      if (owner?.role !== 'Link') {
        faults.push(`28-011 a link in ${owner?.role}`);
      }
      if (key === undefined || parents.get(key) !== owner?.reference) {
        faults.push('28-002 the parent tree names another tag');
      }
      if (!annotation.has(name('Contents'))) {
        faults.push('28-012 a link without a description');
      }
    }
    return faults;
  });
}

function fontFaults(document: PDFDocument): string[] {
  const used = usedGlyphs(document);
  return document.context.enumerateIndirectObjects().flatMap(([reference, object]) => {
    if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('Font')) {
      return [];
    }
    const subtype = object.lookup(name('Subtype'), PDFName).decodeText();
    const font = object.lookupMaybe(name('BaseFont'), PDFName)?.decodeText() ?? subtype;
    if (subtype === 'Type0') {
      const map = object.lookup(name('ToUnicode'));
      const glyphs = used.get(reference.toString()) ?? new Set<string>();
      const known =
        map instanceof PDFStream ? mappedGlyphs(map as PDFRawStream) : new Set<string>();
      return [
        ...(object.get(name('Encoding')) === name('Identity-H')
          ? []
          : [`31-007 ${font}: encoding`]),
        ...(glyphs.has('0000') ? [`31-030 ${font}: .notdef is shown`] : []),
        ...[...glyphs]
          .filter((glyph) => !known.has(glyph))
          .map((glyph) => `31-027 ${font}: glyph ${glyph} has no Unicode`),
      ];
    }
    if (subtype === 'CIDFontType2') {
      const descriptor = object.lookupMaybe(name('FontDescriptor'), PDFDict);
      return [
        ...(descriptor?.lookup(name('FontFile2')) instanceof PDFStream
          ? []
          : [`31-009 ${font} is not embedded`]),
        ...(object.get(name('CIDToGIDMap')) === name('Identity')
          ? []
          : [`31-005 ${font}: CIDToGIDMap`]),
      ];
    }
    return [`a font of type ${subtype}: ${font}`];
  });
}

/** Glyphs that the pages show, by the reference of their font. */
function usedGlyphs(document: PDFDocument): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const page of document.getPages()) {
    const fonts = page.node.Resources()?.lookupMaybe(name('Font'), PDFDict);
    let glyphs = new Set<string>();
    for (const {operator, operands} of operationsOf(page)) {
      if (operator === 'Tf') {
        const font = fonts?.get(name((operands[0] ?? '').slice(1)))?.toString() ?? '';
        glyphs = used.get(font) ?? new Set();
        used.set(font, glyphs);
      } else if (operator === 'TJ' || operator === 'Tj') {
        for (const string of operands.join(' ').match(/<[\da-f]*>|\((?:\\.|[^\\)])*\)/gis) ?? []) {
          for (const glyph of stringToHex(string).toLowerCase().match(/.{4}/g) ?? []) {
            glyphs.add(glyph);
          }
        }
      }
    }
  }
  return used;
}

function mappedGlyphs(stream: PDFRawStream): Set<string> {
  const map = inflateSync(stream.contents).toString('latin1');
  const known = new Set<string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph = '', unicode = ''] of block.matchAll(/<([\da-f]{4})>\s*<([\da-f]+)>/gi)) {
      if (!/^(0000|0009|FFFE|FEFF)$/i.test(unicode)) {
        known.add(glyph.toLowerCase());
      }
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', texts = ''] of block.matchAll(
      /<([\da-f]{4})>\s*<([\da-f]{4})>\s*(<[\da-f]+>|\[[^\]]*\])/gi,
    )) {
      const count = texts.startsWith('[')
        ? (texts.match(/<[\da-f]{4,}>/gi) ?? []).length
        : Infinity;
      const first = parseInt(from, 16);
      for (let glyph = first; glyph <= parseInt(to, 16) && glyph < first + count; glyph += 1) {
        known.add(glyph.toString(16).padStart(4, '0'));
      }
    }
  }
  return known;
}
