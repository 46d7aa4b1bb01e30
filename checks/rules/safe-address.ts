import type {Link} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';

import {glossaryFile} from '../../content-model/glossary.ts';
import {referencesFile} from '../../content-model/references.ts';
import {addressFault} from '../../lib/address.ts';
import {exampleReference} from '../exampleReference.ts';
import {sourceOf} from '../prose.ts';
import {positionOf, type Found, type Rule} from '../rule.ts';

const page = (text: string, place = '1:1') => ({
  files: {'docs/a.md': text},
  findings: [`docs/a.md:${place}`] as [string],
});

export const safeAddress: Rule = {
  id: 'safe-address',
  why: '링크를 눌렀을 때 코드가 돌거나 다른 사람의 이름을 빌린 사이트로 가면 안 됩니다.',
  bad: [
    page('[글](javascript:alert)'),
    page('[글](JaVaScRiPt:alert)'),
    page('[글](&#106;avascript&colon;alert)'),
    page('[글](<java&#9;script:alert>)'),
    page('[글](javascript%3Aalert)'),
    page('<javascript:alert>'),
    page('글 [글][a]\n\n[a]: vbscript:x', '3:1'),
    page('![그림](data:image/png;base64,xx)'),
    page('[글](file:///etc/passwd)'),
    page('[글](//example.com)'),
    page('[글](https://user:pass@example.com/)'),
    page('[글](https://аpple.com/)'),
    page('[글](https://xn--pple-43d.com/)'),
    page('[글](http://127.0.0.1/)'),
    page('[글](http://localhost:3000)'),
    page('[글](https:\\\\example.com)'),
    page('[글](pathname:///etc)'),
    page('[글]()'),
    page('[글](https://example.com:99999/)'),
    page('[https://docs.docker.com/](https://evil.example.com/)'),
    page('[docs.docker.com](https://evil.example.com/)'),
    page('글 https://example.com/a에서 봅니다.', '1:3'),
    {
      files: {
        [referencesFile]: exampleReference.replace('https://docs.docker.com', 'https://a@b.com'),
      },
      findings: [`${referencesFile}:1:1`],
    },
    {
      files: {
        [glossaryFile]:
          '- id: a\n  term: 가\n  english: a\n  definition: "<javascript:x>입니다."\n',
      },
      findings: [`${glossaryFile}:1:1`],
    },
  ],
  good: [
    {
      files: {
        'docs/a.md':
          'javascript:로 시작하는 주소 `javascript:alert(1)` [글](https://ko.wikipedia.org/wiki/%EA%B0%80?a=b&c=d#e) <https://example.com/가> [글](b.md#c) [docker.com](https://www.docker.com/) [daemon.json](https://example.com/x) [글](/docs/x) [글](#a) <a@example.com> https://example.com:8443/a.',
      },
    },
  ],
  check: ({pages, references, glossary}) => [
    ...pages.flatMap((page) => {
      const found: Found[] = [];
      visit(page.root, (node) => {
        if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') {
          return;
        }
        const fault =
          addressFault(node.url) ??
          literalFault(node.url, sourceOf(page, node)) ??
          (node.type === 'link' ? disguiseFault(node) : undefined);
        if (fault) {
          found.push({file: page.file, ...positionOf(node), message: fault});
        }
      });
      return found;
    }),
    ...[...references.entries.values()].flatMap(({id, URL, archive, ...texts}) => {
      const fault =
        [URL, archive]
          .filter((url) => url !== undefined)
          .map(addressFault)
          .find(Boolean) ?? htmlFault(Object.values(texts));
      const line = references.lines.get(id) ?? 1;
      return fault
        ? [{file: referencesFile, line, column: 1, message: `출처 "${id}": ${fault}`}]
        : [];
    }),
    ...[...glossary.entries.values()].flatMap(({id, ...texts}) => {
      const fault = htmlFault(Object.values(texts).flat());
      const line = glossary.lines.get(id) ?? 1;
      return fault
        ? [{file: glossaryFile, line, column: 1, message: `용어 "${id}": ${fault}`}]
        : [];
    }),
  ],
};

/** An address that nobody put into brackets, with the particle that follows it. */
function literalFault(url: string, source: string): string | undefined {
  return /^[\w.]/.test(source) && /[^\x21-\x7e]/.test(url)
    ? '주소 뒤의 글자까지 링크가 되었습니다. 주소를 <https://…>처럼 꺾쇠괄호로 감싸 주세요'
    : undefined;
}

/** The site that a link's text names, when it names one. */
const namedHost =
  /^(?:https?:\/\/([^/?#\s]+)|((?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|kr))(?=[/?#]|$))/i;

/** A link that says it leads to one site, and leads to another. */
function disguiseFault(link: Link): string | undefined {
  const [, first, second] = namedHost.exec(toString(link).trim()) ?? [];
  const named = first ?? second;
  const actual = /^https?:\/\/([^/?#]+)/i.exec(link.url)?.[1];
  const bare = (host = '') => host.toLowerCase().replace(/^www\./, '');
  return named !== undefined && bare(named) !== bare(actual)
    ? `글자는 "${named}"인데 다른 곳으로 갑니다: "${link.url.slice(0, 80)}". 글자와 주소를 맞춰 주세요`
    : undefined;
}

function htmlFault(values: readonly unknown[]): string | undefined {
  return values.some(
    (value) => typeof value === 'string' && /<[a-z!/?]|\]\(|\[@|\*\*|`|^\s*:::?/im.test(value),
  )
    ? 'HTML, Markdown, 인용은 여기서 쓰지 않습니다. 보통 글로 적어 주세요'
    : undefined;
}
