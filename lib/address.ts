const host = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d{1,5})?$/i;
const privateHost =
  /(?:^|\.)(?:local|localhost|internal|intranet|lan|home|corp|onion|test|invalid)(?::\d+)?$/i;

/** What an address on the web begins with, as opposed to a path in the repository. */
export const scheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Why nobody should be led to an address, in Korean, or undefined. Paths within
 * the repository are only looked at for what disguises another address.
 * @param url as Markdown or YAML decodes it
 */
export function addressFault(url: string): string | undefined {
  if (url.trim() === '') {
    return '주소가 비어 있습니다. 주소를 적어 주세요';
  }
  if (/[\u0000-\u0020\u007f-\u00a0\\<>"`{}|^]|[\p{Cf}\p{Z}\ufffd]/u.test(url)) {
    return '주소에 빈칸, 역슬래시, 보이지 않는 문자가 있습니다. 브라우저의 주소창에서 다시 복사해 주세요';
  }
  if (url.startsWith('//')) {
    return '주소는 https://로 시작합니다. 앞에 https:를 붙여 주세요';
  }
  if (/%(?:[01][0-9a-f]|7f)/i.test(url)) {
    return '주소에 제어 문자가 숨어 있습니다(%0A 등). 지워 주세요';
  }
  // Encoded once more, a scheme may hide from what decodes it once.
  const found = scheme.exec(decoded(decoded(decoded(url))))?.[0].toLowerCase();
  if (found === undefined) {
    return undefined;
  }
  if (found === 'mailto:') {
    return /^mailto:[\w.+-]+@[\w.-]+\.[a-z]{2,}$/i.test(url)
      ? undefined
      : '메일 주소는 mailto:이름@주소 꼴로만 적습니다';
  }
  if (!/^https?:\/\//i.test(url)) {
    return `"${found}" 주소는 쓰지 않습니다. https:// 주소나 저장소 안의 경로로 바꿔 주세요`;
  }
  const authority = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';
  if (authority.includes('@')) {
    return '주소에 아이디나 비밀번호를 넣지 않습니다. @와 그 앞을 지워 주세요';
  }
  if (!host.test(authority) || /(?:^|\.)xn--/i.test(authority)) {
    return '주소의 사이트 이름은 영문으로 된 것만 쓰고, 숫자로 된 IP나 localhost는 코드로 적습니다. 주소를 확인하거나 백틱(`)으로 감싸 주세요';
  }
  if (!URL.canParse(url)) {
    return '브라우저가 읽을 수 없는 주소입니다. 포트 번호와 철자를 확인해 주세요';
  }
  return privateHost.test(authority)
    ? '다른 사람이 열 수 없는 주소입니다. 코드라면 백틱(`)으로 감싸 주세요'
    : undefined;
}

/** Text of a percent-encoded address; the address itself where it is not encoded right. */
export function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
