import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import type {QuestionMap} from '@site/lib/page';
import PracticeSheet from './PracticeSheet';

/** `/practice/last-day/`: what one reads before going. */
export default function LastDay({map}: {readonly map: QuestionMap}): ReactNode {
  return (
    <PracticeSheet kind="last-day" map={map} title="마지막 날에 볼 한 장">
      기본 질문 스무 개와 답의 첫 문장입니다. 첫 문장만 보고 나머지를 말해 보세요. 내가 약한
      질문으로 만든 것은 <Link to="/practice/">떠올려 보기</Link>에서 면접 날짜를 정하면 볼 수
      있습니다.
    </PracticeSheet>
  );
}
