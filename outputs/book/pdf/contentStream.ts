/** An operator of a content stream with its operands, both as they are written. */
export interface Operation {
  operator: string;
  operands: string[];
}

const whitespace = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));

/**
 * Splits the content of a page (ISO 32000-1, 7.8.2) into its operations.
 * @param content in Latin-1: one character a byte
 * @throws on inline images, which Chromium never writes
 */
export function parseContent(content: string): Operation[] {
  const operations: Operation[] = [];
  let operands: string[] = [];
  let position = 0;
  while (position < content.length) {
    const code = content.charCodeAt(position);
    if (whitespace.has(code)) {
      position += 1;
      continue;
    }
    const end = tokenEnd(content, position);
    const token = content.slice(position, end);
    position = end;
    if (/[A-Za-z'"]/.test(token[0] ?? '')) {
      if (token === 'BI') {
        throw new Error('inline image in a content stream');
      }
      operations.push({operator: token, operands});
      operands = [];
    } else {
      operands.push(token);
    }
  }
  return operations;
}

export function writeContent(operations: readonly Operation[]): string {
  return operations
    .map(({operator, operands}) => {
      const digits = decimals.get(operator);
      const written = digits === undefined ? operands : operands.map(rounded(digits));
      return written.length === 0 ? operator : `${written.join(' ')} ${operator}`;
    })
    .join('\n');
}

/** A hundredth of a point at most, and what moves a point across the page by less. */
const decimals = new Map([
  ...['m', 'l', 'c', 'v', 'y', 're', 'Td', 'Tm', 'Tf'].map((operator) => [operator, 2] as const),
  ['cm', 5] as const,
]);

const rounded = (digits: number) => (operand: string) =>
  /^[+-]?[\d.]+$/.test(operand)
    ? String(Number(Number(operand).toFixed(digits))).replace(/^(-?)0\./, '$1.')
    : operand;

/** Id of the marked content that the operation begins. */
export function mcidOf({operands}: Operation): number | undefined {
  const mcid = /\/MCID\s+(\d+)/.exec(operands[1] ?? '')?.[1];
  return mcid === undefined ? undefined : Number(mcid);
}

function tokenEnd(content: string, start: number): number {
  const first = content[start];
  if (first === '(') {
    return stringEnd(content, start);
  }
  if (first === '[') {
    return nestedEnd(content, start, ']');
  }
  if (first === '<') {
    return content[start + 1] === '<'
      ? nestedEnd(content, start + 1, '>') + 1
      : content.indexOf('>', start) + 1;
  }
  let end = start + 1;
  while (
    end < content.length &&
    !whitespace.has(content.charCodeAt(end)) &&
    !delimiters.has(content.charCodeAt(end))
  ) {
    end += 1;
  }
  return end;
}

/** End of an array or a dictionary whose first bracket is at `start`. */
function nestedEnd(content: string, start: number, closing: string): number {
  let position = start + 1;
  while (position < content.length && content[position] !== closing) {
    position = whitespace.has(content.charCodeAt(position))
      ? position + 1
      : tokenEnd(content, position);
  }
  return position + 1;
}

function stringEnd(content: string, start: number): number {
  let depth = 0;
  for (let position = start; position < content.length; position += 1) {
    const character = content[position];
    if (character === '\\') {
      position += 1;
    } else if (character === '(') {
      depth += 1;
    } else if (character === ')') {
      depth -= 1;
      if (depth === 0) {
        return position + 1;
      }
    }
  }
  return content.length;
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
