// Change: a native disclosure, which opens without scripts, and a plain list in the drawer; its name says what it is about.
import type {ReactNode} from 'react';
import {
  useActiveDocContext,
  useDocsVersionCandidates,
  useVersions,
} from '@docusaurus/plugin-content-docs/client';
import Link from '@docusaurus/Link';
import type {Props} from '@theme/NavbarItem/DocsVersionDropdownNavbarItem';
import clsx from 'clsx';
import {withBehavior} from '@site/lib/behaviors';
import {workingVersion} from '@site/lib/books';
import {versionInWords} from '@site/lib/versionName';
import styles from './DocsVersionDropdownNavbarItem.module.css';

export default function DocsVersionDropdownNavbarItem({docsPluginId, mobile}: Props): ReactNode {
  const versions = useVersions(docsPluginId);
  const [shown] = useDocsVersionCandidates(docsPluginId);
  const {activeVersion, alternateDocVersions} = useActiveDocContext(docsPluginId);
  const links = versions.map((version) => {
    const {name, label, docs, mainDocId, isLast} = version;
    const state = isLast ? '최신' : name === workingVersion ? '쓰는 중' : '지난 버전';
    // The same page, or else the first one of the version.
    const same = alternateDocVersions[name];
    const page = same ?? docs.find(({id}) => id === mainDocId);
    const isActive = version === activeVersion;
    return (
      <li className={clsx(mobile && 'menu__list-item')} key={name}>
        <Link
          aria-current={isActive ? 'true' : undefined}
          className={clsx(
            mobile ? 'menu__link' : 'dropdown__link',
            isActive && (mobile ? 'menu__link--active' : 'dropdown__link--active'),
          )}
          to={page?.path}>
          {mobile ? versionInWords(label) : label} <small>{state}</small>
          {activeVersion && !same && (
            <small className={styles.missing}>이 글은 없습니다. 첫 글로 갑니다</small>
          )}
        </Link>
      </li>
    );
  });
  return mobile ? (
    links
  ) : (
    <details className={clsx('navbar__item', styles.menu)} {...withBehavior('version-menu')}>
      <summary
        aria-label={versionInWords(shown.label)}
        className={clsx('navbar__link', styles.button)}>
        {versionInWords(shown.label)}
      </summary>
      <ul className={styles.list}>{links}</ul>
    </details>
  );
}
