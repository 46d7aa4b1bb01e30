/**
 * What differs from one machine or one run to the next, and how it is written instead. A value that
 * is named gets a number in order of its first use: two namespaces that were different on the page
 * have to be different here.
 */
const varying: {pattern: RegExp; as: string; isNamed?: true}[] = [
  {pattern: /\b\d{4}-\d{2}-\d{2}\b/g, as: '날짜'},
  {pattern: /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2}\b/g, as: '날짜'},
  {pattern: /\b\d{2}:\d{2}(?::\d{2})?\b/g, as: '시각'},
  // Of the kernel's log.
  {pattern: /^\[ *\d+\.\d{6}\]/g, as: '시각'},
  // A release of the kernel, as `uname -r` says it.
  {pattern: /\b\d+\.\d+\.\d+-[\w.+-]+/g, as: '커널', isNamed: true},
  // A namespace, as /proc/self/ns says it.
  {pattern: /(?<=\b[a-z_]+:)\[\d+\]/g, as: '네임스페이스', isNamed: true},
  // An address that the kernel makes of a hardware address.
  {pattern: /\bfe80:[0-9a-f:]+/g, as: '주소'},
  // The other end of a pair of interfaces.
  {pattern: /(?<=@if)\d+/g, as: '번호'},
  // A socket of /proc/net/unix: its address in the kernel, and the number of its inode.
  {pattern: /^[0-9a-f]{16}:(?= )|(?<=^[0-9a-f]{16}: .* )\d+(?= @)/g, as: '번호'},
];

/**
 * The output of commands without what differs by machine: the kinds of `varying`; the numbers of
 * processes other than 0 and 1 (in a table with a column PID or PPID, and after `NSpid:`); whether a
 * process of such a table was just running or waiting; how wide the blanks are; and empty lines.
 */
function withoutVarying(output: string): string[] {
  const names = new Map<string, string>();
  const named = (as: string, value: string) => {
    const key = `${as} ${value}`;
    const known = names.get(key) ?? `<${as} ${names.size + 1}>`;
    names.set(key, known);
    return known;
  };
  let columns: number[] = [];
  let state = -1;
  let processes = new Map<string, string>();
  const processName = (value: string) => {
    if (!/^\d+$/.test(value) || Number(value) <= 1) {
      return value;
    }
    const known = processes.get(value) ?? `<프로세스 ${processes.size + 1}>`;
    processes.set(value, known);
    return known;
  };
  return output.split('\n').flatMap((line) => {
    if (line.trim() === '') {
      return [];
    }
    const words = line.trim().split(/\s+/);
    const found = words.flatMap((word, index) => (/^P?PID$/.test(word) ? [index] : []));
    if (found.length > 0 && words.every((word) => /^[A-Z]+$/.test(word))) {
      columns = found;
      state = words.indexOf('STAT');
      // The next table may be of other namespaces, whose numbers mean other processes.
      processes = new Map();
      return [words.join(' ')];
    }
    if (words[0] === 'NSpid:') {
      return [words.map(processName).join(' ')];
    }
    if (!columns.every((column) => /^\d+$/.test(words[column] ?? ''))) {
      columns = [];
      state = -1;
    }
    let text = words
      .map((word, index) =>
        columns.includes(index)
          ? processName(word)
          : index === state && /^[RSD]/.test(word)
            ? '<실행>'
            : word,
      )
      .join(' ');
    for (const {pattern, as, isNamed} of varying) {
      text = text.replace(pattern, (value) => (isNamed ? named(as, value) : `<${as}>`));
    }
    return [text];
  });
}

/**
 * The first difference between what a page prints and what commands print, or undefined where there
 * is none but what differs by machine. `…` on the page stands for anything.
 */
export function differenceOf(
  expected: string,
  actual: string,
): {expected: string; actual: string} | undefined {
  const printed = withoutVarying(expected);
  const got = withoutVarying(actual);
  if (patternOf(printed).test(got.join('\n'))) {
    return undefined;
  }
  const at = printed.findIndex((line, index) => !patternOf([line]).test(got[index] ?? ''));
  const place = at === -1 ? printed.length : at;
  return {expected: printed[place] ?? '(끝)', actual: got[place] ?? '(끝)'};
}

function patternOf(lines: readonly string[]): RegExp {
  const parts = lines.join('\n').split('…');
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[^]*')}$`);
}
