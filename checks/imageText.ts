/** What editors and cameras write there, and what says only that there is a picture. */
const meaningless =
  /^(?:이미지|그림|사진|스크린 ?샷|캡[처쳐]|화면 ?캡[처쳐]|image|img|picture|photo|figure|screen ?shot|untitled|alt(?: text)?|enter image description here)[\s\d_.:()-]*(?:오[전후][\s\d.:()-]*)?$/i;

/** Whether an alternative text says nothing of what there is to see. */
export function isEmptyAlt(alt: string): boolean {
  const text = alt.trim();
  return (
    !/[가-힣a-z]{2}|[가-힣]/i.test(text) ||
    /\.(png|jpe?g|gif|webp)$/i.test(text) ||
    meaningless.test(text)
  );
}
