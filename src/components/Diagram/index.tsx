import type {ReactNode} from 'react';
import {descriptionId} from '@site/lib/anchors';
import {diagramClass, visuallyHiddenClass} from '@site/lib/pageMarkup';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Drawing made at build time, from checked content, in which nothing but our own markup is. */
  readonly svg: string;
  /** Natural size in CSS pixels. */
  readonly width: string;
  /** The caption. */
  readonly children: ReactNode;
}

/** Higher than this, in CSS pixels at natural size, a drawing cannot shrink to a window and keep labels of 11.5 px. */
const tallest = 640;

/** A numbered figure. Its labels are a picture: what is read out is the description below it. */
export function Diagram({id, title, description, svg, width, children}: Props): ReactNode {
  const height = Number(/viewBox="(?:\S+ ){3}([^"]+)"/.exec(svg)?.[1]);
  return (
    <figure
      className={height > tallest ? `${styles.figure} ${styles.tall}` : styles.figure}
      id={id}>
      <div
        aria-details={descriptionId(id)}
        aria-label={title}
        className={diagramClass}
        // Its size is an attribute rather than a style, which the site's policy (outputs/security)
        // would refuse.
        dangerouslySetInnerHTML={{__html: svg.replace(' viewBox', ` width="${width}" viewBox`)}}
        role="img"
      />
      <p className={visuallyHiddenClass} id={descriptionId(id)}>
        {description}
      </p>
      {children}
      <div className={styles.controls}>
        {svg.includes('data-step') && (
          <button className={styles.control} {...withBehavior('walk')} type="button">
            한 단계씩 보기
          </button>
        )}
        <button
          aria-haspopup="dialog"
          className={styles.control}
          {...withBehavior('enlarge')}
          type="button">
          크게 보기
        </button>
      </div>
    </figure>
  );
}

export function DiagramCaption({
  number,
  children,
}: {
  readonly number: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <figcaption className={styles.caption}>
      <span className={styles.number}>{`그림 ${number}.`}</span> {children}
    </figcaption>
  );
}
