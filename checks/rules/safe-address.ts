import type {Definition} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {nodesIn} from '../../lib/nodes.ts';

import {glossaryFile} from '../../content-model/glossary.ts';
import {referencesFile} from '../../content-model/references.ts';
import {addressFault, decoded} from '../../lib/address.ts';
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
    // Anywhere in the text, in the title, by a definition, and of another owner at the same site.
    page('[docs.docker.com 공식 문서](https://evil.example.com/)'),
    page('[공식 문서(https://docs.docker.com/engine)](https://evil.example.com/)'),
    page('[글](https://evil.example.com/ "docs.docker.com의 글")'),
    page('[docs.docker.com의 글][a]\n\n[a]: https://evil.example.com/'),
    page('[github.com/docker/cli](https://github.com/evil/cli)'),
    page('[docker.com.evil.io](https://docker.com/)'),
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
          'javascript:로 시작하는 주소 `javascript:alert(1)` [글](https://ko.wikipedia.org/wiki/%EA%B0%80?a=b&c=d#e) <https://example.com/가> [글](b.md#c) [docker.com](https://www.docker.com/) [docker.com의 문서](https://docs.docker.com/) [ASP.NET](https://learn.microsoft.com/x) [github.com/docker/cli](https://github.com/docker/cli/blob/a) [daemon.json](https://example.com/x) [글](/docs/x) [글](#a) <a@example.com> https://example.com:8443/a.',
      },
    },
  ],
  check: ({pages, references, glossary}) => [
    ...pages.flatMap((page) => {
      const found: Found[] = [];
      const definitions = new Map<string, Definition>();
      for (const {node} of nodesIn(page.root, 'definition')) {
        definitions.set(node.identifier, definitions.get(node.identifier) ?? node);
      }
      for (const {node} of nodesIn(page.root)) {
        if (node.type === 'linkReference') {
          const definition = definitions.get(node.identifier);
          const words = `${toString(node)} ${definition?.title ?? ''}`;
          const message = definition && disguiseFault(words, definition.url);
          if (message) {
            found.push({file: page.file, ...positionOf(node), message});
          }
        }
        if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') {
          continue;
        }
        const fault =
          addressFault(node.url) ??
          literalFault(node.url, sourceOf(page, node)) ??
          (node.type === 'link'
            ? disguiseFault(`${toString(node)} ${node.title ?? ''}`, node.url)
            : undefined);
        if (fault) {
          found.push({file: page.file, ...positionOf(node), message: fault});
        }
      }
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

/** What in the text of a link reads as an address: a site, or a site with a path. */
const namedAddress =
  /(?:https?:\/\/[^\s<>]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|kr|co|app|ai|me|cloud|xyz|info)(?![\w-]|\.\w)(?:[/?#][!-~]*)?)/gi;
/** Products that are called like a site. */
const likeSites = new Set(['asp.net', 'socket.io', 'draw.io', 'deno.dev']);

/** A link that says, anywhere in its text or title, that it leads to one place, and leads to another. */
function disguiseFault(words: string, url: string): string | undefined {
  const actual = bareAddress(url);
  if (!/^https?:/i.test(url)) {
    return undefined;
  }
  const other = (words.match(namedAddress) ?? []).find((each) => {
    const named = bareAddress(each);
    const [host = ''] = named.split(/[/?#]/);
    const [actualHost = ''] = actual.split(/[/?#]/);
    // A site alone may stand for any of its pages and of its own sub-sites.
    return named === host
      ? !likeSites.has(host) && actualHost !== host && !actualHost.endsWith(`.${host}`)
      : !actual.startsWith(named);
  });
  return other === undefined
    ? undefined
    : `글자는 "${other}"인데 다른 곳으로 갑니다: "${url.slice(0, 80)}". 글자와 주소를 맞춰 주세요`;
}

/** An address to compare: without scheme, `www.` and what may end it. */
function bareAddress(address: string): string {
  return decoded(address)
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/^[^/?#]+/, (host) => host.toLowerCase())
    .replace(/[/.,)…]+$/, '');
}

function htmlFault(values: readonly unknown[]): string | undefined {
  return values.some(
    (value) => typeof value === 'string' && /<[a-z!/?]|\]\(|\[@|\*\*|`|^\s*:::?/im.test(value),
  )
    ? 'HTML, Markdown, 인용은 여기서 쓰지 않습니다. 보통 글로 적어 주세요'
    : undefined;
}
