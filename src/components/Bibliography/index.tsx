import {Fragment, type ReactNode} from 'react';
import clsx from 'clsx';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {referenceListId} from '@site/lib/anchors';
import {marked, referenceListRole, referenceTextMark} from '@site/lib/pageMarkup';
import {languageNames, type Reference as ReferenceData} from '@site/lib/references';
import styles from './styles.module.css';

interface ReferenceProps {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly site: string;
  readonly issued?: string;
  readonly accessed: string;
  readonly language: ReferenceData['language'];
  readonly url: string;
  readonly archive?: string;
  /** Back-references. */
  readonly children: ReactNode;
}

/** The numbered references of one page; the numbers are those of its markers. */
export function ReferenceList({children}: {readonly children: ReactNode}): ReactNode {
  return (
    <section aria-labelledby={referenceListId} role={referenceListRole}>
      <ol className={clsx(styles.list, styles.compact)}>{children}</ol>
    </section>
  );
}

/** One group of the bibliography of a version. */
export function Bibliography({children}: {readonly children: ReactNode}): ReactNode {
  return <ul className={styles.list}>{children}</ul>;
}

export function Reference(props: ReferenceProps): ReactNode {
  const {id, title, author, site, issued, accessed, language, url, archive, children} = props;
  useBrokenLinks().collectAnchor(id);
  return (
    <li className={styles.reference} id={id}>
      <div {...marked(referenceTextMark)}>
        <a className={styles.title} href={url} lang={language} rel="noreferrer">
          {title}
        </a>
        <span className={styles.details}>
          {[
            author === site ? site : `${author}, ${site}`,
            issued,
            languageNames[language],
            `${accessed} 확인`,
          ]
            .filter((detail) => detail !== undefined)
            .map((detail, index) => (
              <Fragment key={detail}>
                {index > 0 && '\u00a0· '}
                <span>{detail}</span>
              </Fragment>
            ))}
          {archive && (
            <>
              {'\u00a0· '}
              <a href={archive} rel="noreferrer">
                보관본
              </a>
            </>
          )}
        </span>{' '}
      </div>
      <div className={styles.backlinks}>{children}</div>
    </li>
  );
}
