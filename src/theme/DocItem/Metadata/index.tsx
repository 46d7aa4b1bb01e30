// Change: an older or unreleased version's canonical address is the same page in the latest version.
import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import {useDocVersionSuggestions} from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Metadata from '@theme-original/DocItem/Metadata';

export default function DocItemMetadata(): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const {latestDocSuggestion} = useDocVersionSuggestions('default');
  return (
    <>
      <Metadata />
      {latestDocSuggestion && (
        <Head>
          {/* With the slash of `trailingSlash: true`, which the suggestion leaves out. */}
          <link
            href={`${siteConfig.url}${latestDocSuggestion.path.replace(/\/$/, '')}/`}
            rel="canonical"
          />
        </Head>
      )}
    </>
  );
}
