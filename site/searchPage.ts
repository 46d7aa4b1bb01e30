import type {LoadContext, Plugin} from '@docusaurus/types';

/** Path of the file that tells browsers of the search (https://github.com/dewitt/opensearch). */
export const openSearchFile = 'opensearch.xml';

/** The page `/search/`, and the tag that offers the site as a search engine of the browser. */
export default function searchPage({baseUrl, siteConfig}: LoadContext): Plugin {
  return {
    name: 'search-page',
    contentLoaded({actions}) {
      actions.addRoute({
        path: `${baseUrl}search/`,
        component: '@site/src/components/SearchPage/index.tsx',
        exact: true,
      });
    },
    injectHtmlTags() {
      return {
        headTags: [
          {
            tagName: 'link',
            attributes: {
              rel: 'search',
              type: 'application/opensearchdescription+xml',
              title: siteConfig.title,
              href: baseUrl + openSearchFile,
            },
          },
        ],
      };
    },
  };
}

/** OpenSearch 1.1 description of the site. */
export function openSearchDescription(siteUrl: string, title: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${title}</ShortName>
  <Description>${title}에서 면접 질문 찾기</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${siteUrl}search/?q={searchTerms}"/>
</OpenSearchDescription>
`;
}
