// Change: one quiet line in our own words; it says so when the latest version has no such page.
import type {ReactNode} from 'react';
import {ThemeClassNames} from '@docusaurus/theme-common';
import {useDocsVersion, useDocVersionSuggestions} from '@docusaurus/plugin-content-docs/client';
import Link from '@docusaurus/Link';
import type {Props} from '@theme/DocVersionBanner';
import clsx from 'clsx';
import {versionInWords} from '@site/lib/versionName';
import styles from './styles.module.css';

export default function DocVersionBanner({className}: Props): ReactNode {
  const {label, banner} = useDocsVersion();
  const {latestDocSuggestion, latestVersionSuggestion: latest} =
    useDocVersionSuggestions('default');
  const main = latest.docs.find(({id}) => id === latest.mainDocId);
  return (
    banner && (
      <p className={clsx(className, ThemeClassNames.docs.docVersionBanner, styles.banner)}>
        <span className={styles.state}>
          {banner === 'unreleased'
            ? `쓰는 중인 ${versionInWords(label)}입니다.`
            : `지난 ${versionInWords(label)}입니다.`}
        </span>{' '}
        {latestDocSuggestion ? (
          <Link to={latestDocSuggestion.path}>최신 버전 {latest.label}의 이 글</Link>
        ) : (
          <>
            최신 버전 {latest.label}에는 이 글이 없습니다.{' '}
            <Link to={main?.path}>{latest.label}의 첫 글</Link>
          </>
        )}
      </p>
    )
  );
}
