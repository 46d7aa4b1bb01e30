// Change: books of the version come first; a report of errors stands beside the edit link, and the page's authors beside its date.
import type {ReactNode} from 'react';
import clsx from 'clsx';
import Link from '@docusaurus/Link';
import {useDoc, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import LastUpdated from '@theme/LastUpdated';
import BookLinks from '@site/src/components/BookLinks';
import {PageLinks} from '@site/src/components/CorrectionLinks';
import {workingVersion} from '@site/lib/books';
import {pageFooterClass} from '@site/lib/pageMarkup';
import styles from './styles.module.css';

export default function DocItemFooter(): ReactNode {
  const {metadata, frontMatter} = useDoc();
  const {label} = useDocsVersion();
  // From git (docusaurus.config.ts); none where the history is not at hand.
  const {contributors} = frontMatter as {contributors?: readonly string[]};
  return (
    <>
      {metadata.version !== workingVersion && (
        <section aria-label="책으로 내려받기" className={styles.books}>
          <p>{`버전 ${label}의 모든 글과 답을 담은 책`}</p>
          <BookLinks version={metadata.version} />
          <p>
            <Link to="/take/">오프라인 저장, Anki 덱 등 다른 형식</Link>
          </p>
        </section>
      )}
      <footer className={clsx(pageFooterClass, styles.footer)}>
        <PageLinks />
        <div className={styles.history}>
          {metadata.lastUpdatedAt !== undefined && (
            <LastUpdated lastUpdatedAt={metadata.lastUpdatedAt} />
          )}
          {contributors && <span>{`함께 쓴 사람: ${contributors.join(', ')}`}</span>}
        </div>
      </footer>
    </>
  );
}
