import type {ReactNode} from 'react';
import {descriptionId} from '@site/lib/anchors';
import {diagramClass} from '@site/lib/pageMarkup';
import {withBehavior} from '@site/lib/behaviors';
import styles from './styles.module.css';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Drawing made at build time; without it (`npm start` with no browser) theme-mermaid draws. */
  readonly svg?: string;
  /** Natural size in CSS pixels. */
  readonly width?: string;
  /** The caption. */
  readonly children: ReactNode;
}

/** A numbered figure. A drawing that is wider than the column scrolls in its own frame. */
export function Diagram({id, title, description, svg, width, children}: Props): ReactNode {
  return (
    <figure className={styles.figure} id={id}>
      {svg && (
        <>
          {/* In reach of the keyboard, since it may scroll. */}
          <div aria-label={`${title} (그림)`} className={styles.frame} role="group" tabIndex={0}>
            <div
              aria-describedby={descriptionId(id)}
              aria-label={title}
              className={diagramClass}
              // Drawn by Mermaid at build time, in strict mode, from checked content. Its size is an
              // attribute rather than a style, which the site's policy (outputs/security) would refuse.
              dangerouslySetInnerHTML={{
                __html: svg.replace(' viewBox', ` width="${width}" viewBox`),
              }}
              role="img"
            />
            {/* The least width: a label is never smaller than 10 px. */}
            <svg aria-hidden="true" height="0" width={Math.ceil(Number(width) * 0.74)} />
          </div>
          <p className={styles.description} id={descriptionId(id)}>
            {description}
          </p>
          <button
            aria-haspopup="dialog"
            className={styles.enlarge}
            {...withBehavior('enlarge')}
            type="button">
            크게 보기
          </button>
        </>
      )}
      {children}
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
