// Change: a place for how well the reader knows the question of the page.
import type {ReactNode} from 'react';
import {ThemeClassNames} from '@docusaurus/theme-common';
import {isActiveSidebarItem, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import Link from '@docusaurus/Link';
import type {Props} from '@theme/DocSidebarItem/Link';
import clsx from 'clsx';
import Standing from '@site/src/components/Standing';

export default function DocSidebarItemLink({item, activePath, level}: Props): ReactNode {
  const {href, label} = item;
  const isActive = isActiveSidebarItem(item, activePath);
  const [, page] = /\/docs\/(.+?)\/?$/.exec(href) ?? [];
  return (
    <li
      className={clsx(
        ThemeClassNames.docs.docSidebarItemLink,
        ThemeClassNames.docs.docSidebarItemLinkLevel(level),
        'menu__list-item',
      )}>
      <Link
        aria-current={isActive ? 'page' : undefined}
        className={clsx('menu__link', isActive && 'menu__link--active')}
        to={href}>
        {label}
        {useDocsVersion().isLast && page && <Standing question={page} />}
      </Link>
    </li>
  );
}
