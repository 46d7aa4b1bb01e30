import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {describe, it} from 'node:test';

import {select} from 'hast-util-select';

import {
  formatHeaders,
  headersFor,
  parseHeaders,
  type HeaderRule,
} from '../../lib/node/headersFile.ts';
import {parseHtml} from '../../lib/node/parseHtml.ts';
import {policyPlaceholder} from '../../site/htmlTemplate.ts';
import {contentSecurityPolicy} from './contentSecurityPolicy.ts';
import {builtPage, type BuiltPage} from '../builtSite.ts';
import type {BuiltSite} from '../output.ts';
import security from './security.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The sources of one directive of the policy for pages. */
function sourcesOf(directive: string, pages: string[], hosts: string[] = []): string[] {
  const policy = contentSecurityPolicy(pages.map(parseHtml), hosts, []);
  const line = policy.split('; ').find((part) => part.startsWith(`${directive} `));
  return line?.split(' ').slice(1) ?? [];
}

describe('보안 정책(CSP)', () => {
  it('페이지에 있는 실행되는 스크립트의 바이트만 허락한다', () => {
    const page =
      '<script>  a()\n</script><script type="module">b()</script><script src="/c.js"></script>' +
      '<script type="application/json">{"d":1}</script><script type="application/ld+json">{}</script>';
    assert.deepEqual(sourcesOf('script-src', [page]), [
      "'self'",
      ...[hash('  a()\n'), hash('b()')].sort(),
    ]);
  });

  it('<style>과 style 속성을 따로 허락하고, 속성의 엔티티는 푼 값으로 잰다', () => {
    const page = '<style>p{}</style><p style="--a: &quot;x&quot;"></p>';
    assert.deepEqual(sourcesOf('style-src', [page]), ["'self'", hash('p{}')]);
    assert.deepEqual(sourcesOf('style-src-attr', [page]), ["'unsafe-hashes'", hash('--a: "x"')]);
    assert.deepEqual(sourcesOf('style-src-attr', ['<p>글']), ["'none'"]);
  });

  it('페이지의 차례가 달라도 같은 글자이고, 같은 것은 한 번만 적는다', () => {
    const pages = ['<script>1</script>', '<script>2</script>', '<script>1</script>'];
    assert.equal(
      contentSecurityPolicy(pages.map(parseHtml), [], []),
      contentSecurityPolicy(pages.reverse().map(parseHtml), [], []),
    );
    assert.equal(sourcesOf('script-src', pages).length, 3);
  });

  it('무엇이 있든 인라인 스크립트와 eval을 통째로 허락하지 않고, 검색의 주소는 있을 때만 적는다', () => {
    const policy = contentSecurityPolicy([parseHtml('<script>eval("1")</script>')], [], []);
    assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'|\*|https?:/);
    assert.match(policy, /default-src 'none'.*object-src 'none'.*base-uri 'self'/);
    assert.deepEqual(sourcesOf('connect-src', ['<p>'], ['https://a.test']), [
      "'self'",
      'https://a.test',
    ]);
  });
});

describe('_headers', () => {
  it('적은 것을 그대로 읽고, 맞는 주소에만 모두 보낸다', () => {
    const rules: HeaderRule[] = [
      {path: '/*', headers: {A: '1', B: "default-src 'self'; img-src data:"}},
      {path: '/docs/*', headers: {C: '3'}},
      {path: '/', headers: {D: '4'}},
    ];
    const read = parseHeaders(formatHeaders(rules));
    assert.deepEqual(read, rules);
    assert.deepEqual(Object.keys(headersFor('/docs/a/', read)), ['A', 'B', 'C']);
    assert.deepEqual(Object.keys(headersFor('/', read)), ['A', 'B', 'D']);
    assert.deepEqual(Object.keys(headersFor('/pdf/1.0.pdf', read)), ['A', 'B']);
  });
});

describe('정책을 페이지에 적기', () => {
  const page = (script: string) =>
    `<meta http-equiv=Content-Security-Policy content="${policyPlaceholder}"><script>${script}</script>`;
  const siteOf = (...pages: BuiltPage[]): BuiltSite => ({
    siteDir: '',
    folder: '',
    pages,
    files: new Map(),
  });

  it('모든 페이지에 같은 정책을 적고, 자리가 없는 페이지가 있으면 알린다', () => {
    const pages = [builtPage('', page('1')), builtPage('404.html', page("'$&'"))];
    security.make(siteOf(...pages));
    const policies = pages.map(({root}) => String(select('meta', root)?.properties.content));
    assert.equal(policies[0], policies[1]);
    assert.ok(policies[0]?.includes(hash('1')) && policies[0].includes(hash("'$&'")));

    assert.throws(
      () => security.make(siteOf(builtPage('plain/', '<p>글'))),
      /보안 정책\(CSP\)을 적을 자리가 없습니다/,
    );
  });
});
