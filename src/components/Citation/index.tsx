import {useEffect, useId, useRef, useState, type ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import {referenceAnchor} from '@site/lib/anchors';
import {citationRole, referenceTextMark} from '@site/lib/pageMarkup';
import styles from './styles.module.css';

interface Props {
  readonly id: string;
  readonly citationKey: string;
  readonly number: string;
}

interface Preview {
  /** Markup of the entry in the page's own list of references. */
  html: string;
  top: number;
  left: number;
}

/** Citations that stand together: `[1, 2]`. */
export function CitationGroup({children}: {readonly children: ReactNode}): ReactNode {
  return <sup className={styles.group}>{children}</sup>;
}

/**
 * A numbered marker: a plain link to the entry in the page's list. On hover and
 * on focus it shows that entry (WCAG 1.4.13: it stays while the pointer is on it
 * and closes on Escape).
 */
export function Citation({id, citationKey, number}: Props): ReactNode {
  useBrokenLinks().collectAnchor(id);
  const [preview, setPreview] = useState<Preview>();
  const link = useRef<HTMLAnchorElement>(null);
  const previewId = useId();
  const isShown = preview !== undefined;

  useEffect(() => {
    if (!isShown) {
      return undefined;
    }
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        setPreview(undefined);
      }
    };
    const follow = () => {
      const rectangle = link.current?.getBoundingClientRect();
      setPreview((shown) => shown && rectangle && {...shown, ...positionOf(rectangle)});
    };
    document.addEventListener('keydown', closeOnEscape);
    window.addEventListener('scroll', follow, {passive: true});
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
      window.removeEventListener('scroll', follow);
    };
  }, [isShown]);

  function open() {
    const entry = document.querySelector(
      `#${CSS.escape(referenceAnchor(citationKey))} [${referenceTextMark}]`,
    );
    const rectangle = link.current?.getBoundingClientRect();
    if (entry && rectangle) {
      setPreview({html: entry.innerHTML, ...positionOf(rectangle)});
    }
  }

  return (
    <span
      className={styles.citation}
      onBlur={() => setPreview(undefined)}
      onFocus={open}
      onMouseEnter={open}
      onMouseLeave={() => setPreview(undefined)}>
      <a
        aria-describedby={preview ? previewId : undefined}
        aria-label={`참고 자료 ${number}`}
        className={styles.link}
        href={`#${referenceAnchor(citationKey)}`}
        id={id}
        ref={link}
        role={citationRole}>
        {number}
      </a>
      {preview && (
        <span
          className={styles.preview}
          // Text of this very page, made by Reference from checked data.
          dangerouslySetInnerHTML={{__html: preview.html}}
          id={previewId}
          role="tooltip"
          style={{top: preview.top, left: preview.left}}
        />
      )}
    </span>
  );
}

/** Below the marker, kept inside the window (the width is that of styles.preview). */
function positionOf({left, bottom, top}: DOMRect): {top: number; left: number} {
  const width = Math.min(352, window.innerWidth - 24);
  const isLow = bottom > window.innerHeight - 180;
  return {
    left: Math.max(12, Math.min(left - 24, window.innerWidth - width - 12)),
    top: isLow ? Math.max(12, top - 168) : bottom,
  };
}
