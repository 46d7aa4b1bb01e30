// Change: not the current one on a page that has a link of its own in the bar.
import type {ReactNode} from 'react';
import {useThemeConfig} from '@docusaurus/theme-common';
import {useActiveDocContext, useLayoutDocsSidebar} from '@docusaurus/plugin-content-docs/client';
import DefaultNavbarItem from '@theme/NavbarItem/DefaultNavbarItem';
import type {Props} from '@theme/NavbarItem/DocSidebarNavbarItem';

export default function DocSidebarNavbarItem({
  sidebarId,
  label,
  docsPluginId,
  ...props
}: Props): ReactNode {
  const {activeDoc} = useActiveDocContext(docsPluginId);
  const {link} = useLayoutDocsSidebar(sidebarId, docsPluginId);
  const items = useThemeConfig().navbar.items as {docId?: string}[];
  const hasOwnLink = items.some(({docId}) => docId !== undefined && docId === activeDoc?.id);
  return (
    <DefaultNavbarItem
      {...props}
      exact
      isActive={() => activeDoc?.sidebar === sidebarId && !hasOwnLink}
      label={label ?? link?.label}
      to={link?.path}
    />
  );
}
