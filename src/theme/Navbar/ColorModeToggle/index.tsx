// Change: only the button; src/browser/colorMode.ts changes the mode.
import type {ReactNode} from 'react';
import siteStorage from '@generated/site-storage';
import IconDarkMode from '@theme/Icon/DarkMode';
import IconLightMode from '@theme/Icon/LightMode';
import IconSystemColorMode from '@theme/Icon/SystemColorMode';
import type {Props} from '@theme/Navbar/ColorModeToggle';
import clsx from 'clsx';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

export default function NavbarColorModeToggle({className}: Props): ReactNode {
  return (
    <button
      aria-label="어두운 모드와 밝은 모드 전환하기"
      className={clsx('clean-btn', styles.toggle, className)}
      {...withBehavior('color-mode')}
      // Where Docusaurus' inline script looks for the mode before the first paint.
      data-storage-key={`theme${siteStorage.namespace}`}
      type="button">
      <IconLightMode aria-hidden className={clsx(styles.icon, styles.light)} />
      <IconDarkMode aria-hidden className={clsx(styles.icon, styles.dark)} />
      <IconSystemColorMode aria-hidden className={clsx(styles.icon, styles.system)} />
    </button>
  );
}
