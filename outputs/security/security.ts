import {writeFile} from 'node:fs/promises';
import path from 'node:path';

import {algoliaHosts, algoliaOptions} from '../../site/algoliaOptions.ts';
import {pageFile, readBuiltSite, type BuiltPage} from '../builtSite.ts';
import {formatHeaders, headersFile, type HeaderRule} from '../../lib/node/headersFile.ts';
import {policyPlaceholder} from '../../site/lightPages/htmlTemplate.ts';
import {contentSecurityPolicy} from './contentSecurityPolicy.ts';

/** Sent with every file. */
const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
};

/**
 * Writes a Content-Security-Policy into every page of a built site, and the same with
 * further headers into `_headers`. Runs last: a page that changes afterwards no longer
 * has the hashes of its policy.
 * @throws Error in Korean when a page has no place for the policy
 */
export async function writeSecurityPolicy(folder: string): Promise<void> {
  const pages = readBuiltSite(folder);
  const algolia = algoliaOptions(process.env);
  const policy = contentSecurityPolicy(
    pages.map(({root}) => root),
    algolia ? algoliaHosts(algolia) : [],
  );
  for (const {address, html} of pages) {
    if (!html.includes(policyPlaceholder)) {
      throw new Error(`만들어진 페이지 /${address}에 보안 정책(CSP)을 적을 자리가 없습니다.`);
    }
    const finished = html.replace(policyPlaceholder, () => policy);
    await writeFile(path.join(folder, pageFile(address)), finished);
  }
  await writeFile(path.join(folder, headersFile), formatHeaders(headerRules(pages, policy)));
}

/**
 * The policy goes with pages only: Chrome and Safari cannot show a PDF that comes with
 * `object-src 'none'`.
 */
function headerRules(pages: readonly BuiltPage[], policy: string): HeaderRule[] {
  const places = pages.map(({address}) => address.replace(/\/.*$/, '/*'));
  return [
    {path: '/*', headers: securityHeaders},
    ...[...new Set(places)].map((place) => ({
      path: `/${place}`,
      // What a page cannot say of itself in a <meta>: who may frame it.
      headers: {'Content-Security-Policy': `${policy}; frame-ancestors 'none'`},
    })),
  ];
}
