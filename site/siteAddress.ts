import packageJson from '../package.json' with {type: 'json'};

/** Where the site is published and where its sources are. */
export interface SiteAddress {
  /** Origin, e.g. `https://example.github.io`. */
  url: string;
  /** Path below the origin, with a slash at both ends. */
  baseUrl: string;
  repositoryUrl: string;
}

/**
 * Address from SITE_URL, BASE_URL and REPO_URL, or else from what GitHub Actions
 * knows of the repository (https://docs.github.com/actions/reference/variables-reference),
 * or else that of a local preview and of package.json's `repository`.
 */
export function siteAddress(environment: NodeJS.ProcessEnv): SiteAddress {
  const {SITE_URL, BASE_URL, REPO_URL, GITHUB_REPOSITORY, GITHUB_SERVER_URL} = environment;
  const [owner, name] = (GITHUB_REPOSITORY ?? '').split('/');
  const isOnGitHub = owner !== undefined && name !== undefined;
  return {
    url: SITE_URL ?? (isOnGitHub ? `https://${owner}.github.io` : 'http://localhost:3000'),
    baseUrl: withSlashes(BASE_URL ?? (isOnGitHub ? name : '')),
    repositoryUrl:
      REPO_URL ??
      (isOnGitHub
        ? `${GITHUB_SERVER_URL ?? 'https://github.com'}/${owner}/${name}`
        : packageJson.repository),
  };
}

function withSlashes(path: string): string {
  const bare = path.replace(/^\/+|\/+$/g, '');
  return bare ? `/${bare}/` : '/';
}
