import {useRef, useState, type CSSProperties, type ReactNode} from 'react';
import {enlargedAnchor, withDrawingId} from '@site/lib/anchors';
import {diagramClass} from '@site/lib/pageMarkup';
import styles from './styles.module.css';

interface Props {
  /** What the ids of the drawing begin with. */
  readonly id: string;
  readonly svg: string;
  readonly title: string;
  /** Natural width in CSS pixels. */
  readonly width: number;
}

const steps = [0.75, 1, 1.5, 2, 3, 4];

/** Opens a drawing in a dialog, where it can be enlarged, and moved by scrolling or dragging. */
export default function Enlarge({id, svg, title, width}: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [step, setStep] = useState(1);
  const scale = steps[step] ?? 1;

  function open() {
    setStep(initialStep(width));
    setIsOpen(true);
    dialog.current?.showModal();
  }

  return (
    <>
      <button aria-haspopup="dialog" className={styles.enlarge} onClick={open} type="button">
        크게 보기
      </button>
      <dialog
        aria-label={`${title}, 크게 보기`}
        className={styles.dialog}
        onClose={() => setIsOpen(false)}
        ref={dialog}>
        {isOpen && (
          <>
            <div className={styles.toolbar}>
              <button disabled={step === 0} onClick={() => setStep(step - 1)} type="button">
                축소
              </button>
              <span aria-live="polite">{`${Math.round(scale * 100)}%`}</span>
              <button
                disabled={step === steps.length - 1}
                onClick={() => setStep(step + 1)}
                type="button">
                확대
              </button>
              <button
                className={styles.close}
                onClick={() => dialog.current?.close()}
                type="button">
                닫기
              </button>
            </div>
            <Canvas id={id} svg={svg} title={title} width={width * scale} />
          </>
        )}
      </dialog>
    </>
  );
}

/** The largest step at which the whole width is seen, but at least the natural size. */
function initialStep(width: number): number {
  const room = window.innerWidth - 64;
  return Math.max(
    1,
    steps.findLastIndex((scale) => width * scale <= room),
  );
}

function Canvas({id, svg, title, width}: Props): ReactNode {
  const canvas = useRef<HTMLDivElement>(null);
  return (
    <div
      aria-label={`${title} (방향키로 움직입니다)`}
      className={styles.canvas}
      onPointerMove={({buttons, movementX, movementY, pointerType}) => {
        // Touch scrolls by itself; a mouse drags.
        if (buttons === 1 && pointerType === 'mouse') {
          canvas.current?.scrollBy(-movementX, -movementY);
        }
      }}
      ref={canvas}
      role="group"
      tabIndex={0}>
      <div
        aria-label={title}
        className={diagramClass}
        dangerouslySetInnerHTML={{__html: withDrawingId(svg, id, enlargedAnchor(id))}}
        role="img"
        style={{'--width': `${width}px`, '--minimum': '100%'} as CSSProperties}
      />
    </div>
  );
}
