/**
 * One entry of data/references.yaml. Field names are those of CSL-JSON
 * (https://docs.citationstyles.org/en/stable/specification.html); values are
 * plain strings, so that a contributor can write them in GitHub's web editor.
 */
export interface Reference {
  id: string;
  type: keyof typeof referenceTypes;
  title: string;
  author: string;
  'container-title': string;
  /** Date of publication: YYYY, YYYY-MM or YYYY-MM-DD. */
  issued?: string | undefined;
  URL: string;
  /** The day on which somebody last read it, in the same form. */
  accessed: string;
  language: keyof typeof languageNames;
  /** Address of an archived copy. */
  archive?: string | undefined;
}

export type References = ReadonlyMap<string, Reference>;

/** CSL types that we use, in the order in which the bibliography groups them. */
export const referenceTypes = {
  standard: {label: '표준과 규격', id: 'standards'},
  webpage: {label: '공식 문서', id: 'documents'},
  software: {label: '저장소와 소스 코드', id: 'repositories'},
  report: {label: '보고서와 논문', id: 'reports'},
  'post-weblog': {label: '블로그', id: 'blogs'},
  post: {label: '질의응답', id: 'answers'},
} as const;

export const languageNames = {ko: '한국어', en: '영어'} as const;
