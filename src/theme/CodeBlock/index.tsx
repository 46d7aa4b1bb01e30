// Change: no highlighter in the browser. Code of pages is drawn by components/Code;
// this serves only what a theme component may still print as code.
import type {ReactNode} from 'react';

export default function CodeBlock({children}: {readonly children: ReactNode}): ReactNode {
  return (
    <pre>
      <code>{children}</code>
    </pre>
  );
}
