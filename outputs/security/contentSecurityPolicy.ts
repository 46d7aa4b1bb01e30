import {createHash} from 'node:crypto';

import type {Root} from 'hast';
import {selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';

/** Types of `<script>` that hold data: no browser runs them, and no policy is asked. */
const dataTypes = ['application/json', 'application/ld+json'];

/**
 * The Content-Security-Policy that allows what the given pages contain and nothing else:
 * their own inline scripts and styles by hash, files of the site, and the hosts of the search.
 * One policy for all pages, since a reader who goes from page to page stays in the first document.
 * Deterministic for the same pages.
 *
 * @param connectSources hosts that scripts may ask, besides the site's own
 */
export function contentSecurityPolicy(
  pages: readonly Root[],
  connectSources: readonly string[],
): string {
  const all = (selector: string) => pages.flatMap((root) => selectAll(selector, root));
  const scripts = all('script:not([src])').filter(
    ({properties}) => !dataTypes.includes(String(properties.type)),
  );
  const styleAttributes = all('[style]').map(({properties}) => String(properties.style));
  return Object.entries({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...hashes(scripts.map(toString))],
    'style-src': ["'self'", ...hashes(all('style').map(toString))],
    'style-src-attr':
      styleAttributes.length > 0 ? ["'unsafe-hashes'", ...hashes(styleAttributes)] : ["'none'"],
    // Docusaurus' style sheet holds its icons as data.
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...connectSources],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
  })
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}

function hashes(texts: readonly string[]): string[] {
  const sources = texts.map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [...new Set(sources)].sort();
}
