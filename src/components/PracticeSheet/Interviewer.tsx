import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import type {QuestionMap} from '@site/lib/page';
import PracticeSheet from './PracticeSheet';

/** `/interview/sheet/`: what an interviewer of a study group holds. */
export default function Interviewer({map}: {readonly map: QuestionMap}): ReactNode {
  return (
    <PracticeSheet kind="interviewer" map={map} title="면접관 자료">
      한 장에 한 주제씩, 다섯 장입니다. 굵은 질문부터 묻고, 말한 문장에 표시하고, 빠뜨린 것이 있으면
      그것을 이어서 물으세요. 다른 질문으로 만든 것은 <Link to="/interview/">모의 면접</Link>의
      ‘둘이서 하기’에서 코드마다 인쇄할 수 있습니다.
    </PracticeSheet>
  );
}
