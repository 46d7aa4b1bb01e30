// Change: above the title its place, level and length instead of a badge; the title comes before the outline in every window; no pagination, since the next question stands after the last answer (markdown/nextQuestions.ts) and in the bar of small windows.
import type {ReactNode} from 'react';
import {ThemeClassNames} from '@docusaurus/theme-common';
import {useDoc, useDocsSidebar, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import type {PropSidebarItem, PropSidebarItemCategory} from '@docusaurus/plugin-content-docs';
import DocItemContent from '@theme/DocItem/Content';
import DocItemFooter from '@theme/DocItem/Footer';
import type {Props} from '@theme/DocItem/Layout';
import DocSidebarItems from '@theme/DocSidebarItems';
import DocVersionBanner from '@theme/DocVersionBanner';
import TOC from '@site/src/theme/TOC';
import clsx from 'clsx';
import type {Difficulty} from '@site/lib/page';
import {marked, paperOnlyMark, readAsMark} from '@site/lib/pageMarkup';
import {versionInWords} from '@site/lib/versionName';
import PageBar from '@site/src/components/PageBar';
import styles from './styles.module.css';

export default function DocItemLayout({children}: Props): ReactNode {
  const {metadata, toc} = useDoc();
  const section = sectionOf(useDocsSidebar()?.items ?? [], metadata.permalink);
  return (
    <div className="row">
      <div className={clsx('col', styles.page)}>
        <DocVersionBanner />
        <article>
          <Place section={section?.label} />
          <DocItemContent>{children}</DocItemContent>
          <DocItemFooter />
        </article>
        <PageBar />
      </div>
      <div className="col col--3">
        <TOC className={ThemeClassNames.docs.docTocDesktop} toc={toc}>
          {section && (
            <>
              <b>{section.label}</b>
              <ul className="menu__list">
                <DocSidebarItems activePath={metadata.permalink} items={section.items} level={2} />
              </ul>
            </>
          )}
        </TOC>
      </div>
    </div>
  );
}

/** Where the page stands, how hard it is and how long it takes. */
function Place({section}: {readonly section: string | undefined}): ReactNode {
  const {metadata, frontMatter} = useDoc();
  const {label, isLast} = useDocsVersion();
  const name = frontMatter.sidebar_label ?? metadata.title;
  // From the content model (site.config.ts).
  const {difficulty, minutes} = frontMatter as {difficulty?: Difficulty; minutes?: number};
  return (
    <p className={styles.place} {...(section && marked(readAsMark, name))}>
      {section && (
        <span>
          {[`${section} › ${name}`, difficulty, minutes && `${minutes}분`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}{' '}
      <span className={ThemeClassNames.docs.docVersionBadge} {...(isLast && marked(paperOnlyMark))}>
        {section && '· '}
        {versionInWords(label)}
      </span>
    </p>
  );
}

/** The section of the sidebar that a page is in. */
function sectionOf(
  items: readonly PropSidebarItem[],
  permalink: string,
): PropSidebarItemCategory | undefined {
  for (const item of items) {
    if (item.type === 'category') {
      const isHere = item.items.some((link) => link.type === 'link' && link.href === permalink);
      const section = isHere ? item : sectionOf(item.items, permalink);
      if (section) {
        return section;
      }
    }
  }
  return undefined;
}
