// Change: begins with links to the books of the version that the page belongs to.
import type {ReactNode} from 'react';
import {useDoc, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import Footer from '@theme-original/DocItem/Footer';
import BookLinks from '@site/src/components/BookLinks';
import {workingVersion} from '@site/lib/books';
import styles from './styles.module.css';

export default function DocItemFooter(): ReactNode {
  const {metadata} = useDoc();
  const {label} = useDocsVersion();
  return (
    <>
      {metadata.version !== workingVersion && (
        <section aria-label="책으로 내려받기" className={styles.books}>
          <p>{`버전 ${label}의 모든 글과 답을 담은 책`}</p>
          <BookLinks version={metadata.version} />
        </section>
      )}
      <Footer />
    </>
  );
}
