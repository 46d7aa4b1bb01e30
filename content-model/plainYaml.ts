import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml';

import {reportParsed} from '../lib/node/parsing.ts';

/** YAML of plain maps, lists and values, and what keeps it from being that. */
export interface PlainYaml {
  document: Document.Parsed;
  lineCounter: LineCounter;
  /** Korean messages, with offsets in the text; with any of these the document is not to be used. */
  faults: {offset: number; message: string}[];
}

const dangerousKeys = ['__proto__', 'constructor', 'prototype'];

/**
 * Parses YAML as people write it in our files. Never throws. Anchors, aliases
 * and tags are faults: a few lines of them can stand for gigabytes, and the
 * site generator's own reader takes them for more than data.
 */
export function parsePlainYaml(text: string): PlainYaml {
  reportParsed('yaml', text);
  const lineCounter = new LineCounter();
  let document: Document.Parsed;
  try {
    // Keys are compared below: the parser compares each with all others of its map.
    document = parseDocument(text, {lineCounter, uniqueKeys: false, prettyErrors: false});
  } catch {
    // The parser calls itself for each level, until the stack is full.
    return {
      document: parseDocument('', {lineCounter}),
      lineCounter,
      faults: [{offset: 0, message: 'YAML이 너무 깊이 겹쳐 있습니다. 괄호를 줄여 주세요'}],
    };
  }
  const [error] = document.errors;
  if (error) {
    // The others mostly come of the first.
    return {
      document,
      lineCounter,
      faults: [{offset: error.pos[0], message: messageOf(error, text)}],
    };
  }
  const faults: PlainYaml['faults'] = [];
  visit(document, {
    Pair(_, {key}) {
      if (!isScalar(key) || dangerousKeys.includes(String(key.value))) {
        const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
        faults.push({offset, message: '항목의 이름은 "이름: 값"의 짧은 낱말이어야 합니다'});
      }
    },
    Node(_, node) {
      faults.push(...(isMap(node) ? repeatedKeys(node) : []));
      if (isAlias(node) || node.anchor || node.tag) {
        faults.push({
          offset: node.range?.[0] ?? 0,
          message:
            'YAML의 앵커(&이름), 별칭(*이름), 태그(!이름)는 쓰지 않습니다. 값을 그대로 적거나 큰따옴표로 감싸 주세요',
        });
      }
    },
  });
  return {document, lineCounter, faults};
}

function repeatedKeys({items}: YAMLMap): PlainYaml['faults'] {
  const names = new Set<string>();
  return items.flatMap(({key}) => {
    const isRepeated = names.has(String(key));
    names.add(String(key));
    const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
    return isRepeated ? [{offset, message: '같은 항목이 두 번 있습니다. 하나만 남겨 주세요'}] : [];
  });
}

function messageOf({code, pos}: YAMLParseError, text: string): string {
  if (code === 'TAB_AS_INDENT') {
    return '줄을 탭으로 들여쓸 수 없습니다. 빈칸으로 바꿔 주세요';
  }
  const start = text.lastIndexOf('\n', pos[0] - 1) + 1;
  const [line = ''] = text.slice(start).split('\n');
  if (/^\s*(?:- )?[\w-]+\s*：/.test(line)) {
    return '전각 콜론(：)은 읽히지 않습니다. 보통 콜론과 빈칸(: )으로 바꿔 주세요';
  }
  return /^\s*(?:- )?[\w-]+:[^\s]/.test(line)
    ? '콜론 뒤를 띄워 주세요 ("이름: 값")'
    : '이 줄을 읽을 수 없습니다. 들여쓰기를 맞추고, 콜론이나 따옴표가 든 값은 큰따옴표로 감싸 주세요';
}
