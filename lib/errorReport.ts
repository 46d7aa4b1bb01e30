/** What a reader reports on: the form that GitHub opens is filled in with it. */
export interface ReportedPlace {
  /** What the report will be called after. */
  question: string;
  /** Address of the page on the web. */
  page: string;
  /** The one question of the page that it is about. */
  questionId?: string | undefined;
  /** Label of the version that the reader has read. */
  version: string;
}

/**
 * Address of the form `.github/ISSUE_TEMPLATE/error-report.yml`, filled in: the names of the
 * parameters are the ids of its fields. Letters stay as they are, as the reader sees them
 * in the browser, and in a third of the bytes of their percent encoding.
 */
export function errorReportUrl(
  repositoryUrl: string,
  {question, page, questionId, version}: ReportedPlace,
): string {
  return filledIn(emptyErrorReportUrl(repositoryUrl), {
    title: `오류 신고: ${question}`,
    page,
    'question-id': questionId,
    version,
  });
}

/** Address of the form `interview-question.yml`: what a reader was asked after this question. */
export function interviewQuestionUrl(
  repositoryUrl: string,
  {question, page, questionId}: Omit<ReportedPlace, 'version'>,
): string {
  return filledIn(`${repositoryUrl}/issues/new?template=interview-question.yml`, {
    title: `면접에서 받은 꼬리질문: ${question}`,
    page,
    'question-id': questionId,
  });
}

function filledIn(form: string, fields: Readonly<Record<string, string | undefined>>): string {
  const query = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`&${name}=${value.replace(/[^\p{L}\p{N}]+/gu, encodeURIComponent)}`],
  );
  return `${form}${query.join('')}`;
}

/** Address of the same form with nothing filled in. */
export function emptyErrorReportUrl(repositoryUrl: string): string {
  return `${repositoryUrl}/issues/new?template=error-report.yml`;
}
