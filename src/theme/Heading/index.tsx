// Change: the link is for pointers alone. Its name would be read as part of the heading's, twice over,
// and the page's outline has the same links for the keyboard.
import type {ReactNode} from 'react';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type {Props} from '@theme/Heading';

export default function Heading({as: As, id, children, ...props}: Props): ReactNode {
  const brokenLinks = useBrokenLinks();
  // The title of a page is where it begins: nothing links to it.
  if (As === 'h1' || !id) {
    return <As {...props}>{children}</As>;
  }
  brokenLinks.collectAnchor(id);
  return (
    <As {...props} id={id}>
      {children}
      <a aria-hidden="true" className="hash-link" href={`#${id}`} tabIndex={-1} translate="no" />
    </As>
  );
}
