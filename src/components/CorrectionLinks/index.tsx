import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useDoc, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import EditThisPage from '@theme/EditThisPage';
import {errorReportUrl, interviewQuestionUrl, type ReportedPlace} from '@site/lib/errorReport';
import {marked, screenOnlyMark} from '@site/lib/pageMarkup';
import styles from './styles.module.css';

/**
 * At the end of an answer, folded away: its file in GitHub's editor, a report that knows which
 * answer it is about, and a form for what an interviewer asked after it.
 */
export function AnswerLinks({
  id,
  question,
}: {
  readonly id: string;
  readonly question: string;
}): ReactNode {
  const {editUrl} = useDoc().metadata;
  const {repositoryUrl, place} = useReportedPlace(question, id);
  return (
    <details className={styles.answerLinks}>
      <summary
        aria-label="이 답 고치기 · 오류 신고 · 받은 꼬리질문"
        title="이 답 고치기 · 오류 신고 · 받은 꼬리질문">
        <span aria-hidden="true">⋯</span>
      </summary>
      {editUrl && <Link to={editUrl}>이 답 고치기</Link>}
      <Link to={errorReportUrl(repositoryUrl, place)}>이 답변의 오류 신고</Link>
      <Link to={interviewQuestionUrl(repositoryUrl, place)}>면접에서 받은 꼬리질문</Link>
    </details>
  );
}

/** The same for the page as a whole. */
export function PageLinks(): ReactNode {
  const {editUrl, title} = useDoc().metadata;
  const {repositoryUrl, place} = useReportedPlace(title);
  return (
    <p className={styles.pageLinks} {...marked(screenOnlyMark)}>
      {editUrl && <EditThisPage editUrl={editUrl} />}
      <Link to={errorReportUrl(repositoryUrl, place)}>이 글의 오류 신고</Link>
    </p>
  );
}

function useReportedPlace(
  question: string,
  questionId?: string,
): {repositoryUrl: string; place: ReportedPlace} {
  const {siteConfig} = useDocusaurusContext();
  const {permalink} = useDoc().metadata;
  const {label} = useDocsVersion();
  const {repositoryUrl} = siteConfig.customFields as {repositoryUrl: string};
  return {
    repositoryUrl,
    place: {
      question,
      // With the slash of `trailingSlash: true`, which the permalink leaves out.
      page: `${siteConfig.url}${permalink.replace(/\/$/, '')}/`,
      questionId,
      version: label,
    },
  };
}
