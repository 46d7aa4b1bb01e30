import type {ReactNode} from 'react';
import clsx from 'clsx';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import Head from '@docusaurus/Head';
import {mainId} from '@site/lib/anchors';
import {marked, specimenMark} from '@site/lib/pageMarkup';
import {standingLabels} from '@site/lib/practice/standing';
import standing from '@site/src/components/Standing/styles.module.css';
import styles from './styles.module.css';

interface SpecimenProps {
  readonly name: string;
  /** When an author meets it, or what it is for. */
  readonly use: string;
  /** CSS selector of the part, for the first page of the latest version that has it. */
  readonly part: string;
}

/** A part of a real page: outputs/styleGuide puts it in, so that it is always the one readers get. */
function Specimen({name, use, part}: SpecimenProps): ReactNode {
  return (
    <section className={styles.specimen}>
      <Heading as="h3">{name}</Heading>
      <p className={styles.use}>{use}</p>
      <div {...marked(specimenMark, part)}>
        <p>
          빌드하면 여기에 글에서 가져온 견본이 놓입니다: <code>{part}</code>
        </p>
      </div>
    </section>
  );
}

const colors = [
  ['paper', '바탕'],
  ['surface', '칸'],
  ['line', '선'],
  ['ink', '글'],
  ['soft', '곁말'],
  ['accent', '링크와 단추'],
  ['wash', '고른 것'],
  ['danger', '바로잡음과 감점'],
] as const;

/** Every part of the site's pages in its states, for who writes or draws: not for readers. */
export default function StyleGuide(): ReactNode {
  return (
    <Layout description="이 사이트의 부품과 그 모습을 한곳에 모았습니다." title="견본">
      <Head>
        <meta content="noindex" name="robots" />
      </Head>
      <main className={clsx(styles.page, 'markdown')} id={mainId}>
        <Heading as="h1">견본</Heading>
        <p>
          글과 코드를 고치는 분을 위한 페이지입니다. 부품은 모두 낸 글에서 그대로 가져온 것이고,
          위의 단추로 밝게와 어둡게를 바꾸거나 인쇄해서 볼 수 있습니다.
        </p>

        <Heading as="h2">색과 글자</Heading>
        <ul className={styles.colors}>
          {colors.map(([color, name]) => (
            <li key={color}>
              <span className={clsx(styles.color, styles[color])} />
              {name}
            </li>
          ))}
        </ul>
        <Specimen
          name="제목"
          part="h2"
          use="h1은 질문, h2는 글의 절, h3는 꼬리질문, h4는 답 안의 절입니다."
        />
        <Specimen
          name="문단, 인용, 용어"
          part=".theme-doc-markdown > p:has(sup):has([data-behavior=term]):has(code)"
          use="인용 [@key]는 작은 번호로, 용어는 처음 나오는 곳에서 저절로 풀이가 됩니다."
        />
        <Specimen
          name="목록"
          part=".theme-doc-markdown > ul:has(sup)"
          use="나란한 것을 늘어놓습니다."
        />

        <Heading as="h2">답</Heading>
        <Specimen
          name="면접 답변"
          part="section.interview-answer:has(.verification)"
          use="소리 내어 말할 답입니다. 출처와 견준 달이 아래에 붙습니다."
        />
        <Specimen
          name="꼬리질문, 닫힘"
          part="[data-kind=follow-up]"
          use="글은 닫힌 채로 열립니다."
        />
        <Specimen
          name="꼬꼬무, 닫힘"
          part="[data-kind=deep-dive]"
          use="꼬리질문에서 한 번 더 들어간 질문입니다."
        />
        <Specimen
          name="꼬리질문, 펴짐"
          part="[data-kind=follow-up]:has(details section.interview-answer)"
          use="답의 끝에는 접기, 다음 꼬리질문, 고치기가 있습니다."
        />
        <Specimen
          name="감점 상자"
          part=".theme-admonition-warning"
          use="흔한 틀린 답과 바른 답입니다."
        />
        <Specimen
          name="다음 질문"
          part=".next-questions"
          use="마지막 답에서 이어지는 질문입니다."
        />
        <Specimen
          name="먼저 읽을 글"
          part=".reading-path:has(a)"
          use="글머리의 prerequisites입니다."
        />

        <Heading as="h2">코드와 표</Heading>
        <Specimen
          name="명령"
          part="div:has(> pre:not([data-scrolls]))"
          use="줄이 길면 들여 접습니다."
        />
        <Specimen
          name="출력"
          part="div:has(> pre[data-scrolls])"
          use="칸을 지키고, 넘치면 옆으로 움직입니다."
        />
        <Specimen name="표" part="[data-scrolls]:has(> table)" use="첫 칸은 행의 이름입니다." />

        <Heading as="h2">그림</Heading>
        <Specimen name="쌓인 층" part="figure:has(.diagram)" use="Mermaid의 flowchart입니다." />
        <Specimen
          name="차례"
          part="figure:has([data-step])"
          use="autonumber를 쓴 sequenceDiagram은 한 단계씩 볼 수 있습니다."
        />

        <Heading as="h2">바로잡은 것과 출처</Heading>
        <Specimen name="바로잡음" part=".correction" use="지운 말과 바른 말, 이유와 출처입니다." />
        <Specimen
          name="참고 자료"
          part="[role=doc-bibliography] ol:not(:has(> :nth-child(7)))"
          use="글에서 인용한 자리로 돌아가는 글자가 붙습니다."
        />

        <Heading as="h2">기록</Heading>
        <ul className={styles.standings}>
          {Object.entries(standingLabels).map(([value, label]) => (
            <li key={value}>
              <span className={standing.standing} data-standing={value}>
                {label}
              </span>
            </li>
          ))}
        </ul>
        <p className={styles.use}>
          떠올려 본 질문의 곁에 붙습니다. 동그라미의 모양으로도 구별됩니다.
        </p>
      </main>
    </Layout>
  );
}
