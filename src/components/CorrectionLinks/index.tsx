import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useDoc, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import EditThisPage from '@theme/EditThisPage';
import {errorReportUrl} from '@site/lib/errorReport';
import {marked, screenOnlyMark} from '@site/lib/pageMarkup';
import styles from './styles.module.css';

/**
 * At the end of an answer, folded away: its file in GitHub's editor, and a report that knows
 * which answer it is about.
 */
export function AnswerLinks({
  id,
  question,
}: {
  readonly id: string;
  readonly question: string;
}): ReactNode {
  const {editUrl} = useDoc().metadata;
  return (
    <details className={styles.answerLinks}>
      <summary aria-label="이 답 고치기 · 오류 신고" title="이 답 고치기 · 오류 신고">
        <span aria-hidden="true">⋯</span>
      </summary>
      {editUrl && <Link to={editUrl}>이 답 고치기</Link>}
      <Link to={useErrorReportUrl(question, id)}>이 답변의 오류 신고</Link>
    </details>
  );
}

/** The same for the page as a whole. */
export function PageLinks(): ReactNode {
  const {editUrl, title} = useDoc().metadata;
  return (
    <p className={styles.pageLinks} {...marked(screenOnlyMark)}>
      {editUrl && <EditThisPage editUrl={editUrl} />}
      <Link to={useErrorReportUrl(title)}>이 글의 오류 신고</Link>
    </p>
  );
}

function useErrorReportUrl(question: string, questionId?: string): string {
  const {siteConfig} = useDocusaurusContext();
  const {permalink} = useDoc().metadata;
  const {label} = useDocsVersion();
  const {repositoryUrl} = siteConfig.customFields as {repositoryUrl: string};
  return errorReportUrl(repositoryUrl, {
    question,
    // With the slash of `trailingSlash: true`, which the permalink leaves out.
    page: `${siteConfig.url}${permalink.replace(/\/$/, '')}/`,
    questionId,
    version: label,
  });
}
