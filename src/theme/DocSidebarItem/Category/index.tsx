// Change: a native disclosure, which opens without scripts; its pages are always in the HTML.
import type {ReactNode} from 'react';
import {ThemeClassNames} from '@docusaurus/theme-common';
import {isActiveSidebarItem} from '@docusaurus/plugin-content-docs/client';
import Link from '@docusaurus/Link';
import DocSidebarItems from '@theme/DocSidebarItems';
import type {Props} from '@theme/DocSidebarItem/Category';
import clsx from 'clsx';
import styles from './styles.module.css';

export default function DocSidebarItemCategory({item, activePath, level}: Props): ReactNode {
  const {label, href, items, collapsed} = item;
  return (
    <li
      className={clsx(
        ThemeClassNames.docs.docSidebarItemCategory,
        ThemeClassNames.docs.docSidebarItemCategoryLevel(level),
        'menu__list-item',
      )}>
      <details open={!collapsed || isActiveSidebarItem(item, activePath)}>
        <summary
          className={clsx(
            'menu__link menu__link--sublist menu__link--sublist-caret',
            styles.label,
          )}>
          {href ? <Link to={href}>{label}</Link> : label}
        </summary>
        <ul className="menu__list">
          <DocSidebarItems activePath={activePath} items={items} level={level + 1} />
        </ul>
      </details>
    </li>
  );
}
