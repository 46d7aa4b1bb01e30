import type {ReactNode} from 'react';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {sizePlaceholder} from '@site/lib/books';
import styles from './styles.module.css';

interface Props {
  /** Docusaurus' name of a released version. */
  readonly version: string;
}

/** Links to a version's PDFs and EPUB, with the sizes that the build writes. In `npm start` there are no books. */
export default function BookLinks({version}: Props): ReactNode {
  const pdf = useBaseUrl(`/pdf/${version}.pdf`);
  const largePdf = useBaseUrl(`/pdf/${version}-a4.pdf`);
  const epub = useBaseUrl(`/epub/${version}.epub`);
  return (
    process.env.NODE_ENV === 'production' && (
      <p className={styles.links}>
        <a download="" href={pdf} type="application/pdf">
          {`PDF A5 내려받기 (${sizePlaceholder(version, 'pdf')})`}
        </a>
        <a download="" href={largePdf} type="application/pdf">
          {`PDF A4 내려받기 (${sizePlaceholder(version, 'pdf-a4')})`}
        </a>
        <a download="" href={epub} type="application/epub+zip">
          {`EPUB 내려받기 (${sizePlaceholder(version, 'epub')})`}
        </a>
      </p>
    )
  );
}
