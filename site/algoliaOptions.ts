/** What Docusaurus' Algolia theme needs to know. */
export interface AlgoliaOptions {
  appId: string;
  apiKey: string;
  indexName: string;
}

/**
 * From ALGOLIA_APP_ID, ALGOLIA_API_KEY and ALGOLIA_INDEX_NAME; undefined when none is set.
 * @throws Error in Korean when only some are
 */
export function algoliaOptions(environment: NodeJS.ProcessEnv): AlgoliaOptions | undefined {
  const {ALGOLIA_APP_ID: appId, ALGOLIA_API_KEY: apiKey} = environment;
  const indexName = environment.ALGOLIA_INDEX_NAME;
  if (appId && apiKey && indexName) {
    return {appId, apiKey, indexName};
  }
  if (appId || apiKey || indexName) {
    throw new Error(
      'Algolia를 쓰려면 ALGOLIA_APP_ID, ALGOLIA_API_KEY, ALGOLIA_INDEX_NAME을 모두 적어 주세요.',
    );
  }
  return undefined;
}

/** The hosts that Algolia's search asks from the reader's browser. */
export function algoliaHosts({appId}: AlgoliaOptions): string[] {
  return [
    `https://${appId}-dsn.algolia.net`,
    ...[1, 2, 3].map((replica) => `https://${appId}-${replica}.algolianet.com`),
  ];
}

/** The style sheet that Algolia's dialog brings into the page with its logo. */
export const algoliaStyle = '.cls-1,.cls-2{fill:#003dff;}.cls-2{fill-rule:evenodd;}';
