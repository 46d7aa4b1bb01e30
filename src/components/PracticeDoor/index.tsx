import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import {marked, screenOnlyMark} from '@site/lib/pageMarkup';
import Standing from '@site/src/components/Standing';
import styles from './styles.module.css';

/** From a page of questions to the practice, which asks those of the latest version. */
export default function PracticeDoor({page}: {readonly page: string}): ReactNode {
  return (
    useDocsVersion().isLast && (
      <p className={styles.door} {...marked(screenOnlyMark)}>
        <Link to={`/practice/?page=${page}`}>이 글의 질문 떠올려 보기</Link>
        <Standing question={page} />
      </p>
    )
  );
}
