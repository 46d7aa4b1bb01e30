/** What a report of an import is told by: a person takes all of one kind together. */
type RemarkKind =
  | '옮기지 못한 것'
  | '뺀 것'
  | '그림'
  | '그림의 설명'
  | '링크'
  | '출처'
  | '제목'
  | '질문'
  | '답'
  | '다이어그램'
  | '면접 답변과 난이도'
  | '파일 이름';

/** One thing that an import left out, or that a person has to decide. */
export interface Remark {
  kind: RemarkKind;
  /** A Korean sentence. */
  message: string;
}
