import type {ReactNode} from 'react';
import Heading from '@theme/Heading';
import styles from './Steps.module.css';

/** What one does with a question, each step with a drawing of what one sees then. */
export default function Steps(): ReactNode {
  return (
    <ol className={styles.steps}>
      <Step
        drawing={
          <>
            <rect className={styles.card} height="30" rx="6" width="94" x="1" y="20" />
            <path className={styles.accent} d="M12 35h10M17 30v10" />
            <path className={styles.text} d="M32 35h50" />
          </>
        }
        title="소리 내어 답합니다">
        꼬리질문의 답은 접혀 있습니다. 질문만 보고 먼저 말해 봅니다.
      </Step>
      <Step
        drawing={
          <>
            <rect className={styles.card} height="62" rx="6" width="94" x="1" y="5" />
            <path className={styles.accent} d="M12 19h10" />
            <path className={styles.text} d="M32 19h50" />
            <rect className={styles.answer} height="30" rx="3" width="76" x="10" y="30" />
            <path className={styles.line} d="M18 40h60M18 50h38" />
          </>
        }
        title="펼쳐서 견줍니다">
        면접에서 말할 답이 먼저, 근거가 그 다음입니다. 문장 끝의 번호가 출처입니다.
      </Step>
      <Step
        drawing={
          <>
            <rect className={styles.filled} height="18" rx="5" width="62" x="1" y="3" />
            <path className={styles.thread} d="M12 21v8q0 5 5 5h11M12 29v24q0 5 5 5h11M17 61h11" />
            <rect className={styles.card} height="18" rx="5" width="66" x="29" y="25" />
            <rect className={styles.card} height="18" rx="5" width="66" x="29" y="50" />
          </>
        }
        title="꼬리를 뭅니다">
        답에서 나올 다음 질문으로 갑니다. 꼬꼬무까지 답하면 그 주제는 끝입니다.
      </Step>
    </ol>
  );
}

function Step({
  drawing,
  title,
  children,
}: {
  readonly drawing: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <li>
      <svg aria-hidden="true" height="72" viewBox="0 0 96 72" width="96">
        {drawing}
      </svg>
      <div>
        <Heading as="h3">{title}</Heading>
        <p>{children}</p>
      </div>
    </li>
  );
}
