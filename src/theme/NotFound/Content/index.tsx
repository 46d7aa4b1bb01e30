// Change: our own words, and the id that the skip link leads to.
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Heading from '@theme/Heading';
import type {Props} from '@theme/NotFound/Content';
import clsx from 'clsx';
import {mainId} from '@site/lib/anchors';

export default function NotFoundContent({className}: Props): ReactNode {
  return (
    <main className={clsx('container margin-vert--xl', className)} id={mainId}>
      <Heading as="h1">찾는 글이 없습니다</Heading>
      <p>
        주소가 바뀌었거나 없는 페이지입니다. 위의 검색이나 <Link to="/questions/">모든 질문</Link>
        에서 찾아보세요. 다른 글의 링크가 틀렸다면 알려 주세요.
      </p>
    </main>
  );
}
