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
import styles from './DocsVersionDropdownNavbarItem.module.css';

export default function DocsVersionDropdownNavbarItem({docsPluginId, mobile}: Props): ReactNode {
  const versions = useVersions(docsPluginId);
  const [shown] = useDocsVersionCandidates(docsPluginId);
  const {activeVersion, alternateDocVersions} = useActiveDocContext(docsPluginId);
  const links = versions.map((version) => {
    const {name, label, docs, mainDocId} = version;
    // The same page, or else the first one of the version.
    const page = alternateDocVersions[name] ?? docs.find(({id}) => id === mainDocId);
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
          {mobile ? `버전 ${label}` : label}
        </Link>
      </li>
    );
  });
  return mobile ? (
    links
  ) : (
    <details className={clsx('navbar__item', styles.menu)} {...withBehavior('version-menu')}>
      <summary aria-label={`버전 ${shown.label}`} className={clsx('navbar__link', styles.button)}>
        {shown.label}
      </summary>
      <ul className={styles.list}>{links}</ul>
    </details>
  );
}
