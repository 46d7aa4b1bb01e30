/** An operator of a content stream with its operands, both as they are written. */
export interface Operation {
  operator: string;
  operands: string[];
}

/** A string, a dictionary, an array, or anything else up to white space or a delimiter. */
const tokens =
  /\((?:\\[^]|[^\\()])*\)|<<(?:<[^<>]*>|[^<>])*>>|<[^>]*>|\[(?:\((?:\\[^]|[^\\()])*\)|[^()\]])*\]|[^\s()<>[\]{}/%]+|\/[^\s()<>[\]{}/%]*/g;

/**
 * Splits the content of a page (ISO 32000-1, 7.8.2) into its operations: what Chromium
 * writes, which has no strings in strings and no inline images.
 * @param content in Latin-1: one character a byte
 */
export function parseContent(content: string): Operation[] {
  const operations: Operation[] = [];
  let operands: string[] = [];
  for (const token of content.match(tokens) ?? []) {
    if (isOperator(token)) {
      operations.push({operator: token, operands});
      operands = [];
    } else {
      operands.push(token);
    }
  }
  return operations;
}

/** Begins with a letter, or is one of the two that are a mark: `'` and `"`. */
function isOperator(token: string): boolean {
  const first = token.charCodeAt(0);
  return ((first | 32) >= 97 && (first | 32) <= 122) || first === 39 || first === 34;
}

export function writeContent(operations: readonly Operation[]): string {
  let content = '';
  for (const {operator, operands} of operations) {
    const digits = decimals.get(operator);
    for (const operand of operands) {
      content += `${digits === undefined ? operand : rounded(operand, digits)} `;
    }
    content += `${operator}\n`;
  }
  return content;
}

/** A hundredth of a point at most, and what moves a point across the page by less. */
const decimals = new Map([
  ...['m', 'l', 'c', 'v', 'y', 're', 'Td', 'Tm', 'Tf'].map((operator) => [operator, 2] as const),
  ['cm', 5] as const,
]);

function rounded(operand: string, digits: number): string {
  return operand.includes('.')
    ? String(Number(Number(operand).toFixed(digits))).replace(/^(-?)0\./, '$1.')
    : operand;
}

/** Id of the marked content that the operation begins. */
export function mcidOf({operands}: Operation): number | undefined {
  const mcid = /\/MCID\s+(\d+)/.exec(operands[1] ?? '')?.[1];
  return mcid === undefined ? undefined : Number(mcid);
}

/** Bytes of a string as hexadecimal digits, in lower case, however it is written. */
export function stringToHex(string: string): string {
  if (string.startsWith('<')) {
    return string.slice(1, -1).replace(/\s/g, '').toLowerCase();
  }
  let hex = '';
  const add = (code: number) => {
    hex += code.toString(16).padStart(2, '0');
  };
  for (let position = 1; position < string.length - 1; position += 1) {
    if (string[position] !== '\\') {
      add(string.charCodeAt(position));
      continue;
    }
    position += 1;
    const octal = /^[0-7]{1,3}/.exec(string.slice(position, position + 3))?.[0];
    const escaped = string[position] ?? '';
    if (octal) {
      add(parseInt(octal, 8) & 0xff);
      position += octal.length - 1;
    } else if (escaped in escapes) {
      add(escapes[escaped] ?? 0);
    } else if (escaped !== '\n') {
      add(escaped.charCodeAt(0));
    }
  }
  return hex;
}

const escapes: Record<string, number> = {n: 10, r: 13, t: 9, b: 8, f: 12};
