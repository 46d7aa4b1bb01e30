import {createHash} from 'node:crypto';

import type {Root} from 'hast';
import {toString} from 'hast-util-to-string';

import {elementsIn} from '../../lib/elementsIn.ts';

/** Types of `<script>` that hold data: no browser runs them, and no policy is asked. */
const dataTypes = ['application/json', 'application/ld+json'];

/**
 * The Content-Security-Policy that allows what the given pages contain and nothing else:
 * their own inline scripts and styles by hash, files of the site, and the hosts of the search.
 * One policy for all pages, since a reader who goes from page to page stays in the first document.
 * Deterministic for the same pages.
 *
 * @param connectSources hosts that scripts may ask, besides the site's own
 * @param scriptedStyles style sheets that scripts write into a page
 */
export function contentSecurityPolicy(
  pages: readonly Root[],
  connectSources: readonly string[],
  scriptedStyles: readonly string[],
): string {
  const scripts: string[] = [];
  const styles = [...scriptedStyles];
  const styleAttributes: string[] = [];
  for (const root of pages) {
    for (const element of elementsIn(root)) {
      const {tagName, properties} = element;
      const runs = !properties.src && !dataTypes.includes(String(properties.type));
      if (tagName === 'script' && runs) {
        scripts.push(toString(element));
      }
      if (tagName === 'style') {
        styles.push(toString(element));
      }
      if (properties.style !== undefined) {
        styleAttributes.push(String(properties.style));
      }
    }
  }
  return Object.entries({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...hashes(scripts)],
    'style-src': ["'self'", ...hashes(styles)],
    'style-src-attr':
      styleAttributes.length > 0 ? ["'unsafe-hashes'", ...hashes(styleAttributes)] : ["'none'"],
    // Docusaurus' style sheet holds its icons as data.
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...connectSources],
    'manifest-src': ["'self'"],
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
