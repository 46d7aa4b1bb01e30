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
  const fields = Object.entries({
    title: `오류 신고: ${question}`,
    page,
    'question-id': questionId,
    version,
  });
  const query = fields.flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`&${name}=${value.replace(/[^\p{L}\p{N}]+/gu, encodeURIComponent)}`],
  );
  return `${emptyErrorReportUrl(repositoryUrl)}${query.join('')}`;
}

/** Address of the same form with nothing filled in. */
export function emptyErrorReportUrl(repositoryUrl: string): string {
  return `${repositoryUrl}/issues/new?template=error-report.yml`;
}
