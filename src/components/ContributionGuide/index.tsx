import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import EditThisPage from '@theme/EditThisPage';
import Layout from '@theme/Layout';
import TOC from '@theme/TOC';
import {mainId} from '@site/lib/anchors';
import type {ContributionGuide as Guide} from '@site/lib/contributionGuide';
import {marked, screenOnlyMark} from '@site/lib/pageMarkup';
import styles from './styles.module.css';

interface Props {
  /** From site/contributionGuide. */
  readonly guide: Guide;
}

export default function ContributionGuide({guide}: Props): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const {repositoryUrl} = siteConfig.customFields as {repositoryUrl: string};
  const brokenLinks = useBrokenLinks();
  for (const {id} of guide.toc) {
    brokenLinks.collectAnchor(id);
  }
  return (
    <Layout description={guide.description} title={guide.title}>
      <main className={styles.guide} id={mainId}>
        <div>
          {/* Made from the repository's own CONTRIBUTING.md, without any HTML of its author. */}
          <article className="markdown" dangerouslySetInnerHTML={{__html: guide.html}} />
          <p className={styles.edit} {...marked(screenOnlyMark)}>
            <EditThisPage editUrl={`${repositoryUrl}/edit/main/CONTRIBUTING.md`} />
          </p>
        </div>
        <TOC className={styles.contents} toc={guide.toc} />
      </main>
    </Layout>
  );
}
