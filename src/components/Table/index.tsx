import type {ReactNode} from 'react';
import {marked, scrollsMark, tableFrameName} from '@site/lib/pageMarkup';

/** Around a table: where no word would fit its column, the table is wider than the text and scrolls. */
export default function Table({children}: {readonly children: ReactNode}): ReactNode {
  return (
    <div aria-label={tableFrameName} role="group" {...marked(scrollsMark)} tabIndex={0}>
      {children}
    </div>
  );
}
