import type {ReactNode} from 'react';
import clsx from 'clsx';
import {useThemeConfig} from '@docusaurus/theme-common';
import IconClose from '@theme/Icon/Close';
import NavbarColorModeToggle from '@theme/Navbar/ColorModeToggle';
import NavbarItem, {type Props as NavbarItemConfig} from '@theme/NavbarItem';
import {drawerId} from '@site/lib/anchors';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

interface Props {
  readonly className?: string;
  /** The sidebar of a page of the documentation. */
  readonly children?: ReactNode;
}

/**
 * The menu of small windows: a popover, which opens without scripts too. Where there is room, what is
 * left of it is the sidebar in its place.
 */
export default function Drawer({className, children}: Props): ReactNode {
  const items = useThemeConfig().navbar.items as NavbarItemConfig[];
  return (
    <aside
      className={clsx(styles.drawer, children !== undefined && styles.sidebar, className)}
      {...withBehavior('drawer')}
      id={drawerId}
      popover="auto">
      <div className={styles.head}>
        <NavbarColorModeToggle />
        <button
          aria-label="메뉴 닫기"
          autoFocus
          className={clsx('clean-btn', styles.close)}
          popoverTarget={drawerId}
          popoverTargetAction="hide"
          type="button">
          <IconClose />
        </button>
      </div>
      {children}
      <nav aria-label="주 메뉴" className={clsx('menu', styles.menu)}>
        <ul className="menu__list">
          {items.map((item, index) => (
            <NavbarItem key={index} mobile {...item} />
          ))}
        </ul>
      </nav>
    </aside>
  );
}
