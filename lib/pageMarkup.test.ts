import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';

import {repositoryRoot} from './node/repositoryRoot.ts';
import * as markup from './pageMarkup.ts';

const styled: Record<string, string[]> = {
  'src/css/custom.css': [
    `.${markup.interviewAnswerClass} {`,
    `.${markup.interviewAnswerLabelClass} {`,
    `.${markup.readingPathClass} {`,
    `.${markup.pageFooterClass} {`,
    `.${markup.nextQuestionsClass} {`,
    `[${markup.paperOnlyMark}] {`,
    `${markup.docusaurus.siteTitle} {`,
  ],
  'src/css/print.css': [`[${markup.screenOnlyMark}]`, `${markup.docusaurus.versionBadge},`],
  'src/css/diagrams.css': [`.${markup.diagramClass} `],
  'src/components/FollowUp/styles.module.css': [`[${markup.kindMark}=`],
  'src/components/Home/Chain.module.css': [`[${markup.kindMark}=`],
  'outputs/book/book.css': [
    `.${markup.interviewAnswerClass} {`,
    `.${markup.readingPathClass} {`,
    `.${markup.diagramClass} `,
  ],
};

describe('페이지의 표시', () => {
  for (const [file, selectors] of Object.entries(styled)) {
    it(`${file}은 페이지에 쓰는 이름으로 꾸민다`, () => {
      const css = readFileSync(path.join(repositoryRoot, file), 'utf8');
      assert.deepEqual(
        selectors.filter((selector) => !css.includes(selector)),
        [],
      );
    });
  }
});
