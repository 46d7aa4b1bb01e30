/**
 * `_headers`, from which Netlify and Cloudflare Pages learn what to send with each file:
 *
 *     /docs/*
 *       X-Frame-Options: DENY
 */
export const headersFile = '_headers';

/** What is sent with the addresses below the site that match `path`; `*` stands for anything. */
export interface HeaderRule {
  path: string;
  headers: Readonly<Record<string, string>>;
}

/** The text of a `_headers` file. */
export function formatHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({path, headers}) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join(
        '\n',
      ),
    )
    .join('');
}

/** Reads what formatHeaders writes. */
export function parseHeaders(text: string): HeaderRule[] {
  return text
    .split(/\n(?=\S)/)
    .filter(Boolean)
    .map((block) => {
      const [path = '', ...lines] = block.trim().split('\n');
      const pairs = lines.map((line) => /^\s*([^:]+):\s*(.*)$/.exec(line)?.slice(1) ?? []);
      return {path, headers: Object.fromEntries(pairs) as Record<string, string>};
    });
}

/** All headers for an address that begins with `/`, as the hosts merge them. */
export function headersFor(address: string, rules: readonly HeaderRule[]): Record<string, string> {
  const matching = rules.filter(({path}) =>
    path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : address === path,
  );
  return Object.assign({}, ...matching.map(({headers}) => headers)) as Record<string, string>;
}
