// Change: the sidebar is the drawer of small windows as well (components/Drawer), and never hidden where there is room.
import type {ReactNode} from 'react';
import {ThemeClassNames} from '@docusaurus/theme-common';
import {useDocsSidebar} from '@docusaurus/plugin-content-docs/client';
import {useLocation} from '@docusaurus/router';
import BackToTopButton from '@theme/BackToTopButton';
import type {Props} from '@theme/DocRoot/Layout';
import DocSidebarItems from '@theme/DocSidebarItems';
import clsx from 'clsx';
import Drawer from '@site/src/components/Drawer';
import {mainId} from '@site/lib/anchors';
import styles from './styles.module.css';

export default function DocRootLayout({children}: Props): ReactNode {
  const sidebar = useDocsSidebar();
  const {pathname} = useLocation();
  return (
    <div className={styles.page}>
      {sidebar && (
        <Drawer className={ThemeClassNames.docs.docSidebarContainer}>
          <nav aria-label="문서 사이드바" className={clsx('menu thin-scrollbar', styles.menu)}>
            <ul className={clsx(ThemeClassNames.docs.docSidebarMenu, 'menu__list')}>
              <DocSidebarItems activePath={pathname} items={sidebar.items} level={1} />
            </ul>
          </nav>
        </Drawer>
      )}
      <main className={styles.main} id={mainId}>
        <div className="container padding-top--md padding-bottom--lg">{children}</div>
        <BackToTopButton />
      </main>
    </div>
  );
}
