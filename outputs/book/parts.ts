import type {Chapter} from './book.ts';

/** Chapters that stand together: those of a category at the top of the sidebar, or one page there. */
export interface Part {
  /** The category; undefined for a page at the top. */
  title: Chapter | undefined;
  /** 1, 2, 3 … of those with a title. */
  number: number;
  /** What it holds, categories in it included. */
  chapters: Chapter[];
}

/** The chapters of a book as its parts, in order. */
export function partsOf(chapters: readonly Chapter[]): Part[] {
  const parts: Part[] = [];
  let number = 0;
  for (const chapter of chapters) {
    const isTitle = chapter.isPart && chapter.depth === 0;
    if (isTitle) {
      number += 1;
    }
    if (chapter.depth === 0) {
      parts.push({
        title: isTitle ? chapter : undefined,
        number,
        chapters: isTitle ? [] : [chapter],
      });
    } else {
      parts.at(-1)?.chapters.push(chapter);
    }
  }
  return parts;
}
