// Change: the drawer stands in the HTML (components/Drawer); on a page of the documentation DocRoot/Layout has it, with the sidebar in it.
import type {ReactNode} from 'react';
import {ThemeClassNames} from '@docusaurus/theme-common';
import {useActivePlugin} from '@docusaurus/plugin-content-docs/client';
import NavbarContent from '@theme/Navbar/Content';
import clsx from 'clsx';
import Drawer from '@site/src/components/Drawer';

export default function Navbar(): ReactNode {
  const isDocumentation = useActivePlugin() !== undefined;
  return (
    <>
      <nav
        aria-label="메인"
        className={clsx(ThemeClassNames.layout.navbar.container, 'navbar', 'navbar--fixed-top')}>
        <NavbarContent />
      </nav>
      {!isDocumentation && <Drawer />}
    </>
  );
}
