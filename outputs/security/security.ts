import {select} from 'hast-util-select';

import {algoliaHosts, algoliaOptions, algoliaStyle} from '../../site/algoliaOptions.ts';
import type {BuiltPage} from '../builtSite.ts';
import type {Output} from '../output.ts';
import {formatHeaders, headersFile, type HeaderRule} from '../../lib/node/headersFile.ts';
import {policyPlaceholder} from '../../site/htmlTemplate.ts';
import {contentSecurityPolicy} from './contentSecurityPolicy.ts';

/** What no page may use. */
const refused = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'midi',
  'payment',
  'usb',
];

/** `camera=(), …, microphone=()` */
function permissions(microphone: '()' | '(self)'): string {
  return [...refused.map((feature) => `${feature}=()`), `microphone=${microphone}`].join(', ');
}

/**
 * Where a reader may record an answer. A host sends their line in place of that for every file, or joins
 * both: of a feature that is named twice the last counts (RFC 8941).
 */
const recordingPages = 'interview/*';

/** Sent with every file. */
const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': permissions('()'),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
};

/**
 * Writes a Content-Security-Policy into every page, and the same with further headers into
 * `_headers`. A page that changes afterwards no longer has the hashes of its policy.
 * @throws Error in Korean when a page has no place for the policy
 */
export default {
  label: '보안 정책',
  make({pages}) {
    const algolia = algoliaOptions(process.env);
    const policy = contentSecurityPolicy(
      pages.map(({root}) => root),
      algolia ? algoliaHosts(algolia) : [],
      algolia ? [algoliaStyle] : [],
    );
    for (const {address, root} of pages) {
      const place = select(`meta[content="${policyPlaceholder}"]`, root);
      if (!place) {
        throw new Error(`만들어진 페이지 /${address}에 보안 정책(CSP)을 적을 자리가 없습니다.`);
      }
      place.properties.content = policy;
    }
    return [{path: headersFile, content: formatHeaders(headerRules(pages, policy))}];
  },
} satisfies Output;

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
      headers: {
        'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
        ...(place === recordingPages && {'Permissions-Policy': permissions('(self)')}),
      },
    })),
  ];
}
