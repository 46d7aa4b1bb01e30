import type {ReactNode} from 'react';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {bookFactsId} from '@site/lib/anchors';
import {
  epubSize,
  pdfSize,
  sizePlaceholder,
  type AllBookFacts,
  type BookFacts,
} from '@site/lib/books';
import styles from './styles.module.css';

interface Props {
  /** Docusaurus' name of a released version. */
  readonly version: string;
}

/**
 * Links to a version's PDF and EPUB, with their sizes. The build writes the sizes
 * into the finished HTML, and the facts beside them: what React renders over that
 * HTML is the same text. In `npm start` there are no books and no links.
 */
export default function BookLinks({version}: Props): ReactNode {
  const pdf = useBaseUrl(`/pdf/${version}.pdf`);
  const epub = useBaseUrl(`/epub/${version}.epub`);
  const sizes = typeof document === 'undefined' ? placeholders(version) : sizesOf(version);
  return (
    sizes && (
      <p className={styles.links}>
        <a download="" href={pdf} type="application/pdf">
          {`PDF 내려받기 (${sizes.pdf})`}
        </a>
        <a download="" href={epub} type="application/epub+zip">
          {`EPUB 내려받기 (${sizes.epub})`}
        </a>
      </p>
    )
  );
}

interface Sizes {
  readonly pdf: string;
  readonly epub: string;
}

function placeholders(version: string): Sizes {
  return {pdf: sizePlaceholder(version, 'pdf'), epub: sizePlaceholder(version, 'epub')};
}

/** From the facts that every page carries; undefined in `npm start`. */
function sizesOf(version: string): Sizes | undefined {
  const script = `script[type="application/json"]#${bookFactsId}`;
  const text = document.querySelector(script)?.textContent ?? '{}';
  const all = JSON.parse(text) as AllBookFacts;
  const facts: BookFacts | undefined = all[version];
  return facts && {pdf: pdfSize(facts), epub: epubSize(facts)};
}
