// Change: opens the popover of components/Drawer, without scripts too.
import type {ReactNode} from 'react';
import IconMenu from '@theme/Icon/Menu';
import {drawerId} from '@site/lib/anchors';

export default function MobileSidebarToggle(): ReactNode {
  return (
    <button
      aria-label="메뉴 열기"
      className="navbar__toggle clean-btn"
      popoverTarget={drawerId}
      type="button">
      <IconMenu />
    </button>
  );
}
