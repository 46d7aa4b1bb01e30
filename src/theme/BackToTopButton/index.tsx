// Change: a link to the top; src/browser/backToTop.ts shows it.
import type {ReactNode} from 'react';
import {ThemeClassNames} from '@docusaurus/theme-common';
import clsx from 'clsx';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

export default function BackToTopButton(): ReactNode {
  return (
    <a
      aria-label="맨 위로"
      className={clsx(ThemeClassNames.common.backToTopButton, styles.link)}
      {...withBehavior('back-to-top')}
      href="#"
    />
  );
}
