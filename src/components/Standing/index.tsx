import type {ReactNode} from 'react';
import {useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import {marked, screenOnlyMark, standingMark} from '@site/lib/pageMarkup';
import styles from './styles.module.css';

/** The place where src/browser/standings.ts says how well the reader knows a question. */
export default function Standing({question}: {readonly question: string}): ReactNode {
  return (
    <span
      className={styles.standing}
      {...marked(standingMark, question)}
      {...marked(screenOnlyMark)}
    />
  );
}

/** As Standing, on the pages of the latest version: those of others are not what the practice asks. */
export function StandingInLatest(props: Parameters<typeof Standing>[0]): ReactNode {
  return useDocsVersion().isLast && <Standing {...props} />;
}
