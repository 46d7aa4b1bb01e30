import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRef,
  type PDFContext,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

import {name} from './name.ts';

/** A structure element (ISO 32000-1, 14.7.2), read into plain objects to be changed. */
export interface StructureElement {
  role: string;
  dictionary: PDFDict;
  reference: PDFRef;
  children: StructureChild[];
}

type StructureChild = StructureElement | MarkedContent | AnnotationReference;
/** A piece of a page's content. */
interface MarkedContent {
  page: PDFRef;
  mcid: number;
}
interface AnnotationReference {
  annotation: PDFRef;
  dictionary: PDFDict;
}

/** Roles of PDF 2.0 that Chromium uses, as PDF 1.7 knows them. */
const roleMap: Record<string, string> = {
  Strong: 'Span',
  Em: 'Span',
  Sub: 'Span',
  Aside: 'Div',
  FENote: 'Note',
  Title: 'P',
};

/** Reads the tree of tags that Chromium made. */
export function readStructure(document: PDFDocument): StructureElement {
  const {context, catalog} = document;
  const read = (reference: PDFRef, inherited: PDFRef | undefined): StructureElement => {
    const dictionary = context.lookup(reference, PDFDict);
    const ownPage = dictionary.get(name('Pg'));
    const page = ownPage instanceof PDFRef ? ownPage : inherited;
    return {
      role: roleOf(dictionary),
      dictionary,
      reference,
      children: kidsOf(dictionary).flatMap((kid) => readKid(kid, page) ?? []),
    };
  };
  const readKid = (kid: PDFObject, page: PDFRef | undefined): StructureChild | undefined => {
    if (kid instanceof PDFNumber && page) {
      return {page, mcid: kid.asNumber()};
    }
    if (kid instanceof PDFDict) {
      const annotation = kid.get(name('Obj'));
      if (annotation instanceof PDFRef) {
        // joinLinks makes one of several.
        return context.lookup(annotation) ? {annotation, dictionary: kid} : undefined;
      }
      const ownPage = kid.get(name('Pg'));
      const mcid = kid.lookup(name('MCID'), PDFNumber).asNumber();
      if (ownPage instanceof PDFRef) {
        return {page: ownPage, mcid};
      }
      if (page) {
        return {page, mcid};
      }
    }
    if (kid instanceof PDFRef) {
      return read(kid, page);
    }
    throw new Error(`태그에 모르는 것이 들어 있습니다: ${kid.toString()}`);
  };
  const [top] = kidsOf(catalog.lookup(name('StructTreeRoot'), PDFDict));
  if (!(top instanceof PDFRef)) {
    throw new Error('태그가 없습니다.');
  }
  return read(top, undefined);
}

/** A `figure` around a drawing and its caption is a group: the figure is the drawing, which has the Alt. */
function roleOf(dictionary: PDFDict): string {
  const role = dictionary.lookup(name('S'), PDFName).decodeText();
  return role === 'Figure' && !dictionary.has(name('Alt')) ? 'Div' : role;
}

/** The ids of the marked content that belongs to figures, by page. */
export function figureContents(structure: StructureElement): Map<PDFRef, Set<number>> {
  const contents = new Map<PDFRef, Set<number>>();
  const collect = ({children}: StructureElement, isInFigure: boolean) => {
    for (const child of children) {
      if ('role' in child) {
        collect(child, isInFigure || child.role === 'Figure');
      } else if ('mcid' in child && isInFigure) {
        const ofPage = contents.get(child.page) ?? new Set<number>();
        contents.set(child.page, ofPage.add(child.mcid));
      }
    }
  };
  collect(structure, false);
  return contents;
}

/**
 * Mends the tree for PDF/UA-1: items of lists get their LBody, roles of PDF 2.0 a
 * RoleMap; artifacts leave it, and so do the two thirds that mean nothing
 * (NonStruct). The ids that Chromium counts up as it runs go too: the scope of a
 * header cell says the same.
 * @param contentsPages the pages whose lists are the table of contents
 * @returns the element of each link's annotation
 */
export function writeStructure(
  document: PDFDocument,
  structure: StructureElement,
  dropped: ReadonlyMap<PDFRef, ReadonlySet<number>>,
  contentsPages: ReadonlySet<PDFRef>,
): Map<PDFRef, PDFDict> {
  const {context, catalog} = document;
  const root = catalog.lookup(name('StructTreeRoot'), PDFDict);
  const usedRoles = new Set<string>();
  const before = referencesOf(structure);
  const tree = withContents(context, simplified(structure, dropped), contentsPages);
  const kept = new Set<PDFRef>();
  const contents = new Map<PDFRef, PDFRef[]>();
  const annotations = new Map<PDFRef, PDFRef>();

  const write = (element: StructureElement, parent: PDFRef) => {
    const {dictionary, reference, role, children} = element;
    kept.add(reference);
    usedRoles.add(role);
    const page = children.find((child): child is MarkedContent => 'mcid' in child)?.page;
    dictionary.set(name('S'), name(role));
    dictionary.set(name('P'), parent);
    dictionary.delete(name('ID'));
    dictionary.delete(name('Pg'));
    if (page) {
      dictionary.set(name('Pg'), page);
    }
    writeAttributes(dictionary);
    const kids = children.map((child): PDFObject => {
      if ('role' in child) {
        write(child, reference);
        return child.reference;
      }
      if ('annotation' in child) {
        annotations.set(child.annotation, reference);
        return child.dictionary;
      }
      const owners = contents.get(child.page) ?? [];
      owners[child.mcid] = reference;
      contents.set(child.page, owners);
      return child.page === page
        ? PDFNumber.of(child.mcid)
        : context.obj({Type: 'MCR', Pg: child.page, MCID: child.mcid});
    });
    dictionary.delete(name('K'));
    const [only] = kids;
    if (only) {
      dictionary.set(name('K'), kids.length === 1 ? only : context.obj(kids));
    }
  };
  write(tree, catalog.get(name('StructTreeRoot')) as PDFRef);
  for (const reference of before) {
    if (!kept.has(reference)) {
      context.delete(reference);
    }
  }
  const mapped = Object.entries(roleMap).filter(([role]) => usedRoles.has(role));
  root.set(name('RoleMap'), context.obj(Object.fromEntries(mapped)));
  root.delete(name('IDTree'));
  writeParentTree(document, root, contents, annotations);
  return new Map(
    [...annotations].map(([annotation, element]) => [annotation, context.lookup(element, PDFDict)]),
  );
}

/** Keeps of an element's attributes those that readers use. */
function writeAttributes(dictionary: PDFDict): void {
  const attributes = dictionary.lookup(name('A'));
  if (!(attributes instanceof PDFArray)) {
    return;
  }
  for (let index = attributes.size() - 1; index >= 0; index -= 1) {
    const attribute = attributes.lookup(index);
    if (!(attribute instanceof PDFDict)) {
      continue;
    }
    attribute.delete(name('Headers'));
    const isDefault = ['RowSpan', 'ColSpan'].some(
      (key) => attribute.lookup(name(key))?.toString() === '1',
    );
    if (isDefault || attribute.keys().length === 1) {
      attributes.remove(index);
    }
  }
  if (attributes.size() === 0) {
    dictionary.delete(name('A'));
  }
}

function simplified(
  structure: StructureElement,
  dropped: ReadonlyMap<PDFRef, ReadonlySet<number>>,
): StructureElement {
  const simplify = (child: StructureChild): StructureChild[] => {
    if (!('role' in child)) {
      return 'mcid' in child && dropped.get(child.page)?.has(child.mcid) ? [] : [child];
    }
    const element = {...child, children: child.children.flatMap(simplify)};
    if (element.role === 'NonStruct') {
      return element.children;
    }
    const isEmpty = element.children.length === 0 && !['TD', 'TH'].includes(element.role);
    return isEmpty ? [] : [element];
  };
  return {...structure, children: structure.children.flatMap(simplify)};
}

/** Lists of the contents become a TOC (14.8.4.3.2), and items of all others get their bodies. */
function withContents(
  context: PDFContext,
  element: StructureElement,
  contentsPages: ReadonlySet<PDFRef>,
): StructureElement {
  const {role} = element;
  const children = element.children.map((child) =>
    'role' in child ? withContents(context, child, contentsPages) : child,
  );
  if (role === 'L' && contentsPages.has(pageOf(element) as PDFRef)) {
    return {...element, role: 'TOC', children};
  }
  if (role === 'LI' && contentsPages.has(pageOf(element) as PDFRef)) {
    const entries = children.map((child) =>
      'role' in child && child.role === 'Link' ? wrapped(context, 'Reference', [child]) : child,
    );
    return {...element, role: 'TOCI', children: entries};
  }
  return role === 'LI' ? withBody(context, {...element, children}) : {...element, children};
}

/** The page on which an element begins. */
function pageOf({children}: StructureElement): PDFRef | undefined {
  for (const child of children) {
    const page = 'role' in child ? pageOf(child) : 'mcid' in child ? child.page : undefined;
    if (page) {
      return page;
    }
  }
  return undefined;
}

/** An item of a list: its label, if it has one, and a body around all the rest. */
function withBody(context: PDFContext, item: StructureElement): StructureElement {
  const isLabel = (child: StructureChild) => 'role' in child && child.role === 'Lbl';
  const rest = item.children.filter((child) => !isLabel(child));
  return {
    ...item,
    children: [...item.children.filter(isLabel), wrapped(context, 'LBody', rest)],
  };
}

/** A new element around some others. */
function wrapped(context: PDFContext, role: string, children: StructureChild[]): StructureElement {
  const dictionary = context.obj({Type: 'StructElem', S: role});
  return {role, dictionary, reference: context.register(dictionary), children};
}

/** From each piece of a page's content, and each link, to its element (14.7.4.4), by numbers of our own. */
function writeParentTree(
  document: PDFDocument,
  root: PDFDict,
  contents: ReadonlyMap<PDFRef, readonly PDFRef[]>,
  annotations: ReadonlyMap<PDFRef, PDFRef>,
): void {
  const {context} = document;
  const entries: PDFObject[] = [];
  for (const {ref, node} of document.getPages()) {
    const owners = contents.get(ref);
    node.delete(name('StructParents'));
    if (owners) {
      node.set(name('StructParents'), PDFNumber.of(entries.length));
      entries.push(context.obj(Array.from(owners, (owner) => owner ?? PDFNull)));
    }
  }
  for (const [annotation, owner] of annotations) {
    context.lookup(annotation, PDFDict).set(name('StructParent'), PDFNumber.of(entries.length));
    entries.push(owner);
  }
  const tree = root.get(name('ParentTree'));
  if (tree instanceof PDFRef) {
    context.delete(tree);
  }
  root.set(
    name('ParentTree'),
    context.register(
      context.obj({Nums: entries.flatMap((value, key) => [PDFNumber.of(key), value])}),
    ),
  );
  root.set(name('ParentTreeNextKey'), PDFNumber.of(entries.length));
}

function kidsOf(dictionary: PDFDict): PDFObject[] {
  const kids = dictionary.get(name('K'));
  const value = kids instanceof PDFRef ? dictionary.context.lookup(kids) : kids;
  if (value instanceof PDFArray) {
    return value.asArray();
  }
  return kids ? [kids] : [];
}

function referencesOf({reference, children}: StructureElement): PDFRef[] {
  return [reference, ...children.flatMap((child) => ('role' in child ? referencesOf(child) : []))];
}
