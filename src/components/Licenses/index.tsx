import {licenseAnchors, mainId} from '@site/lib/anchors';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import type {License} from '@site/lib/license';
import styles from './styles.module.css';

interface Props {
  /** From site/licenses. */
  readonly licenses: {readonly fonts: License[]; readonly code: License[]};
}

/** Under which licenses readers may use what they get here: ours, and what is of others. */
export default function Licenses({licenses: {fonts, code}}: Props): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const {repositoryUrl} = siteConfig.customFields as {repositoryUrl: string};
  return (
    <Layout
      description="꼬리물기와, 함께 실린 글꼴과 코드의 저작권과 라이선스입니다."
      title="라이선스">
      <main className={styles.page} id={mainId}>
        <Heading as="h1">라이선스</Heading>
        <p>
          꼬리물기의 글과 그림은{' '}
          <Link to={`${repositoryUrl}/blob/main/LICENSE-docs`}>CC BY 4.0</Link>, 코드는{' '}
          <Link to={`${repositoryUrl}/blob/main/LICENSE`}>MIT</Link> 라이선스를 따릅니다. 함께 실린
          다음 글꼴과 코드의 저작권은 그것을 만든 분들에게 있습니다.
        </p>
        <Heading as="h2" id={licenseAnchors.fonts}>
          글꼴
        </Heading>
        <p>
          화면과 EPUB의 그림에 쓰는 글꼴 Kkori Sans는 Pretendard에서 쓰는 글자만 추린 것입니다.
          PDF에는 Pretendard, D2Coding, Noto Emoji의 글자가 들어 있습니다.
        </p>
        <Texts licenses={fonts} />
        <Heading as="h2" id={licenseAnchors.code}>
          코드
        </Heading>
        <p>화면의 뼈대와 모양, 브라우저에서 도는 코드에 일부가 들어 있습니다.</p>
        <Texts licenses={code} />
      </main>
    </Layout>
  );
}

function Texts({licenses}: {readonly licenses: readonly License[]}): ReactNode {
  return licenses.map(({packages, name, text}) => (
    <details className={styles.license} key={packages[0]}>
      <summary>
        {packages.join(', ')} ({name})
      </summary>
      <pre className={styles.text} lang="en">
        {text}
      </pre>
    </details>
  ));
}
