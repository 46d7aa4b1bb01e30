import type {Operation} from './contentStream.ts';

/** State that the operators use that paint. */
const usedBy = new Map<string, readonly string[]>([
  ...['f', 'F', 'f*', 'Do', 'sh'].map((operator) => [operator, ['gs', 'rg']] as const),
  ...['S', 's'].map((operator) => [operator, ['gs', 'RG']] as const),
  ...['B', 'B*', 'b', 'b*'].map((operator) => [operator, ['gs', 'rg', 'RG']] as const),
  ...['Tj', 'TJ'].map((operator) => [operator, ['gs', 'rg', 'Tf']] as const),
]);
const stateOperators = new Set(['gs', 'rg', 'RG', 'Tf']);
const markOperators = new Set(['BMC', 'BDC']);
const textOperators = new Set([...stateOperators, 'BT', 'ET', 'Tm', 'Td', 'Tj', 'TJ']);
const pathOperators = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*']);

/** By operator, its operands. */
type State = Readonly<Record<string, readonly string[]>>;
/** What a page begins with (ISO 32000-1, 8.4.1). */
const black: State = {rg: ['0', '0', '0'], RG: ['0', '0', '0']};

/** Where a line of text starts, after the rest of its matrix. */
interface Line {
  matrix: readonly [number, number, number, number];
  x: number;
  y: number;
}
const origin: Line = {matrix: [1, 0, 0, 1], x: 0, y: 0};

/**
 * The same picture in fewer operators. Chromium sets colours, font and place anew
 * for each piece of text, most of them as they were, and puts each piece into a
 * text object of its own.
 *
 *     0 0 0 RG 0 0 0 rg BT /F6 13.6 Tf 1 0 0 -1 0 50 Tm [<06>] TJ ET
 *     0 0 0 RG 0 0 0 rg BT /F6 13.6 Tf 1 0 0 -1 0 73 Tm [<1a>] TJ ET
 *
 * becomes
 *
 *     BT /F6 13.6 Tf 1 0 0 -1 0 50 Tm [<06>] TJ 0 -23 Td [<1a>] TJ ET
 */
export function compactContent(operations: readonly Operation[]): Operation[] {
  const compact: Operation[] = [];
  // As the page asks for it, and as it was last written.
  let wanted = black;
  let written = black;
  const saved: [State, State][] = [];
  let line = origin;
  let hasMoved = false;
  let isInText = false;
  let writtenLine: Line | undefined;
  let isInPath = false;
  // Whether each open mark stands inside the text object that is open.
  const marks: boolean[] = [];

  const enterText = () => {
    if (!isInText) {
      compact.push({operator: 'BT', operands: []});
      isInText = true;
      writtenLine = undefined;
    }
  };
  const leaveText = () => {
    if (isInText) {
      compact.push({operator: 'ET', operands: []});
      isInText = false;
    }
  };
  const writeState = (operators: readonly string[] = []) => {
    for (const operator of operators) {
      const operands = wanted[operator];
      if (operands && operands.join() !== written[operator]?.join()) {
        compact.push(stateOperation(operator, operands));
        written = {...written, [operator]: operands};
      }
    }
  };

  for (const [index, operation] of operations.entries()) {
    const {operator, operands} = operation;
    if (stateOperators.has(operator)) {
      wanted = {...wanted, [operator]: operands};
    } else if (operator === 'BT' || operator === 'Tm' || operator === 'Td') {
      line = operator === 'Td' ? moved(line, operands) : lineOf(operands);
      hasMoved = true;
    } else if (markOperators.has(operator)) {
      const holdsText = holdsTextOnly(operations, index);
      marks.push(holdsText);
      (holdsText ? enterText : leaveText)();
      compact.push(operation);
    } else if (operator === 'EMC') {
      if (marks.pop() === false) {
        leaveText();
      }
      compact.push(operation);
    } else if (operator === 'Tj' || operator === 'TJ') {
      enterText();
      writeState(usedBy.get(operator));
      if (hasMoved || !writtenLine) {
        const rounded = {...line, x: hundredths(line.x), y: hundredths(line.y)};
        compact.push(lineOperation(rounded, writtenLine));
        writtenLine = rounded;
        hasMoved = false;
      }
      compact.push(operation);
    } else if (operator !== 'ET') {
      leaveText();
      if (operator === 'q') {
        saved.push([wanted, written]);
      } else if (operator === 'Q') {
        [wanted, written] = saved.pop() ?? [black, black];
      } else if (!isInPath) {
        // Nothing may stand between a path and what paints it.
        writeState(usedBy.get(painterOf(operations, index)));
      }
      isInPath = pathOperators.has(operator);
      compact.push(operation);
    }
  }
  leaveText();
  return compact;
}

/** Whether nothing but text stands between the mark at `start` and its end. */
function holdsTextOnly(operations: readonly Operation[], start: number): boolean {
  let depth = 0;
  for (let index = start; index < operations.length; index += 1) {
    const operator = operations[index]?.operator ?? '';
    if (markOperators.has(operator)) {
      depth += 1;
    } else if (operator === 'EMC') {
      depth -= 1;
      if (depth === 0) {
        return true;
      }
    } else if (!textOperators.has(operator)) {
      return false;
    }
  }
  return false;
}

/** The operator at `start`, or the one that paints the path that begins there. */
function painterOf(operations: readonly Operation[], start: number): string {
  let index = start;
  while (pathOperators.has(operations[index]?.operator ?? '')) {
    index += 1;
  }
  return operations[index]?.operator ?? '';
}

function stateOperation(operator: string, operands: readonly string[]): Operation {
  const isGrey = /^rg$/i.test(operator) && new Set(operands).size === 1;
  return isGrey
    ? {operator: operator === 'rg' ? 'g' : 'G', operands: operands.slice(0, 1)}
    : {operator, operands: [...operands]};
}

function lineOf(operands: readonly string[]): Line {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = operands.map(Number);
  return {matrix: [a, b, c, d], x, y};
}

function moved({matrix, x, y}: Line, operands: readonly string[]): Line {
  const [a, b, c, d] = matrix;
  const [right = 0, up = 0] = operands.map(Number);
  return {matrix, x: x + a * right + c * up, y: y + b * right + d * up};
}

/** From the line before where that is upright, or mirrored as all of Chromium's. */
function lineOperation({matrix, x, y}: Line, before: Line | undefined): Operation {
  const [a, b, c, d] = matrix;
  const isSimple = Math.abs(a) === 1 && Math.abs(d) === 1 && b === 0 && c === 0;
  return before && isSimple && before.matrix.join() === matrix.join()
    ? {operator: 'Td', operands: [String((x - before.x) * a), String((y - before.y) * d)]}
    : {operator: 'Tm', operands: [...matrix, x, y].map(String)};
}

const hundredths = (value: number) => Math.round(value * 100) / 100;
