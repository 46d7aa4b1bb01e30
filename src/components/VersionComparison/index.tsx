import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {comparisonAnchor, mainId} from '@site/lib/anchors';
import {groupBy} from '@site/lib/groupBy';
import {kindLabels} from '@site/lib/page';
import {
  changeLabels,
  type QuestionChange,
  type VersionComparison as Comparison,
} from '@site/lib/versionComparison';
import styles from './styles.module.css';

interface Props {
  /** From site/versionComparison, the latest first. */
  readonly comparisons: Comparison[];
}

/** What changed from version to version, question by question. */
export default function VersionComparison({comparisons}: Props): ReactNode {
  return (
    <Layout
      description="버전마다 질문과 답이 어떻게 달라졌는지 질문별로 견줍니다."
      title="버전 비교">
      <main className={styles.page} id={mainId}>
        <Heading as="h1">버전 비교</Heading>
        {comparisons.map((comparison) => (
          <ComparedVersions comparison={comparison} key={comparison.after.label} />
        ))}
      </main>
    </Layout>
  );
}

function ComparedVersions({comparison}: {readonly comparison: Comparison}): ReactNode {
  const {before, after, corrections, sections, changes} = comparison;
  const counts = Object.entries(changeLabels)
    .map(([status, label]) => [label, changes.filter((c) => c.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${label} ${count}개`);
  const bySection = groupBy(changes, ({section}) => section);
  const anchor = (folder?: string) => comparisonAnchor(before.label, after.label, folder);
  return (
    <section aria-labelledby={anchor()}>
      <Heading as="h2" id={anchor()}>
        {before.label}에서 {after.label}으로
      </Heading>
      <p>
        {counts.join(', ')}입니다. 두 버전의 글을 문장별로 견준 결과
        {corrections ? (
          <>
            이며, 틀린 설명을 왜 고쳤는지는{' '}
            <Link to={corrections.address}>{corrections.label}</Link>에 적혀 있습니다.
          </>
        ) : (
          '입니다.'
        )}
      </p>
      {sections.map(({folder, label}) => {
        const ofSection = bySection.get(folder) ?? [];
        return ofSection.length === 0 ? null : (
          <div key={folder}>
            <Heading as="h3" id={anchor(folder)}>
              {label}
            </Heading>
            <ul className={styles.list}>
              {ofSection.map((change) => (
                <Change
                  change={change}
                  comparison={comparison}
                  key={`${change.page}#${change.id}`}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function Change({
  change,
  comparison,
}: {
  readonly change: QuestionChange;
  readonly comparison: Comparison;
}): ReactNode {
  const {page, id, kind, question, status, removed, added} = change;
  const version = status === 'removed' ? comparison.before : comparison.after;
  return (
    <li className={styles.change}>
      <p className={styles.kind}>
        <span className={styles.status} data-status={status}>
          {changeLabels[status]}
        </span>{' '}
        {kindLabels[kind]} · {measures(change)}
      </p>
      <Link to={`${version.path}${page}/${id && `#${id}`}`}>{question}</Link>
      {removed.length + added.length > 0 && (
        <details className={styles.sentences}>
          <summary>
            뺀 문장 {removed.length}개, 더한 문장 {added.length}개
          </summary>
          <SentenceList label="뺀 문장" sentences={removed} tag="del" />
          <SentenceList label="더한 문장" sentences={added} tag="ins" />
        </details>
      )}
    </li>
  );
}

function measures({before, after}: QuestionChange): string {
  return (
    [
      ['문장', 'sentences'],
      ['출처', 'citations'],
      ['그림', 'diagrams'],
    ] as const
  )
    .map(([label, key]) =>
      before && after && before[key] !== after[key]
        ? `${label} ${before[key]} → ${after[key]}`
        : `${label} ${(after ?? before)?.[key]}`,
    )
    .join(', ');
}

function SentenceList({
  label,
  sentences,
  tag: Tag,
}: {
  readonly label: string;
  readonly sentences: readonly string[];
  readonly tag: 'del' | 'ins';
}): ReactNode {
  return sentences.length === 0 ? null : (
    <>
      <p className={styles.kind}>{label}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Tag>{sentence}</Tag>
          </li>
        ))}
      </ul>
    </>
  );
}
