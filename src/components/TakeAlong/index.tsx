import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useLatestVersion, useVersions} from '@docusaurus/plugin-content-docs/client';
import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import {mainId} from '@site/lib/anchors';
import {withBehavior} from '@site/lib/behaviors';
import {workingVersion} from '@site/lib/books';
import {
  asObject,
  deckFile,
  editionFile,
  fileSizePlaceholder,
  folderFile,
} from '@site/lib/takeAlong';
import BookLinks from '@site/src/components/BookLinks';

/** `/take/`: all ways to have an edition without a connection, each with its size. */
export default function TakeAlong(): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const {repositoryUrl} = siteConfig.customFields as {repositoryUrl: string};
  const latest = useLatestVersion('default');
  const older = useVersions('default').filter(
    ({name, isLast}) => !isLast && name !== workingVersion,
  );
  return (
    <Layout
      description="인터넷이 없는 곳에서도 읽고 찾고 떠올려 보도록 저장하고 내려받습니다."
      title="가져가기">
      <Head>
        <link href={useBaseUrl('take/take.css')} rel="stylesheet" />
        <link href={useBaseUrl('site.webmanifest')} rel="manifest" />
        <link href={useBaseUrl('img/icon-180.png')} rel="apple-touch-icon" />
      </Head>
      <main className="take" id={mainId}>
        <Heading as="h1">가져가기</Heading>
        <p className="take-lead">
          버전 {latest.label}의 모든 글과 답을 인터넷이 없는 곳에서도 볼 수 있습니다. 쓰는 곳에 맞는
          것을 고르세요.
        </p>
        <section>
          <Heading as="h2">이 기기에 저장</Heading>
          <p>
            휴대전화와 컴퓨터의 브라우저에 저장해 두면 비행기 모드에서도 이 사이트를 그대로 엽니다.
            검색과 떠올려 보기도 됩니다. 새 판이 나오면 인터넷에 연결되었을 때 받아 두었다가 다음에
            열 때 바꿉니다. 언제든 지울 수 있습니다.
          </p>
          <noscript>
            <p>저장하는 데에는 자바스크립트가 필요합니다. 아래의 폴더나 책을 받아 주세요.</p>
          </noscript>
          <div
            className="take-store"
            {...withBehavior('store-edition')}
            data-site={useBaseUrl('/')}>
            {`${asObject(latest.label)} 이 기기에 저장 (${fileSizePlaceholder(editionFile)})`}
          </div>
          <p className="take-hint">
            휴대전화에서는 브라우저 메뉴의 ‘홈 화면에 추가’까지 해 두면 앱처럼 열리고, iPhone이
            기록을 지우지도 않습니다.
          </p>
        </section>
        <section>
          <Heading as="h2">책</Heading>
          <p>
            처음부터 차례로 읽거나 종이에 찍을 때는 PDF, 전자책 앱에서 읽을 때는 EPUB이 좋습니다.
          </p>
          <BookLinks version={latest.name} />
        </section>
        <section>
          <Heading as="h2">파일로 여는 폴더</Heading>
          <p>
            설치도 로그인도 할 수 없는 회사 컴퓨터에서 쓰기 좋습니다. 압축을 풀고 ‘시작.html’을 열면
            검색과 떠올려 보기까지 됩니다.
          </p>
          <p>
            <Download file={folderFile(latest.name)} name="폴더" type="application/zip" />
          </p>
        </section>
        <section>
          <Heading as="h2">Anki 덱</Heading>
          <p>
            질문마다 카드 한 장입니다. 앞면에는 질문이, 뒷면에는 말할 문장과 그림, 출처가 있습니다.
            새 판을 다시 가져오면 바뀐 카드만 고쳐지고 지금까지의 복습 기록은 그대로입니다.
          </p>
          <p>
            <Download file={deckFile(latest.name)} name="Anki 덱" type="application/octet-stream" />
          </p>
        </section>
        {older.length > 0 && (
          <section>
            <Heading as="h2">지난 버전</Heading>
            {older.map(({name, label}) => (
              <div key={name}>
                <Heading as="h3">버전 {label}</Heading>
                <BookLinks version={name} />
                <p>
                  <Download file={folderFile(name)} name="폴더" type="application/zip" />
                </p>
              </div>
            ))}
          </section>
        )}
        <section>
          <Heading as="h2">어디에서 왔는지 확인하기</Heading>
          <p>받은 파일이 이 저장소의 어느 커밋에서 만들어졌는지 GitHub CLI로 확인합니다.</p>
          <pre>
            <code>{`gh attestation verify ${latest.name}.pdf --repo ${repositoryUrl.replace(/^https:\/\/[^/]+\//, '')}`}</code>
          </pre>
        </section>
      </main>
    </Layout>
  );
}

interface DownloadProps {
  readonly file: string;
  readonly name: string;
  readonly type: string;
}

function Download({file, name, type}: DownloadProps): ReactNode {
  return (
    <a download="" href={useBaseUrl(file)} type={type}>
      {`${name} 내려받기 (${fileSizePlaceholder(file)})`}
    </a>
  );
}
