import path from 'node:path';

import type {ParseFrontMatter} from '@docusaurus/types';

import {validFields} from '../content-model/frontMatter.ts';
import {parsePage, type Page} from '../content-model/markdown.ts';

/**
 * Docusaurus' `markdown.parseFrontMatter`: reads the front matter of pages as the content model does,
 * and gives what is right in it. Of what is wrong the gate tells: Docusaurus' own reader would end
 * `npm start`, or not show the change, and it runs code.
 */
export function frontMatterReader(siteDir: string): ParseFrontMatter {
  return ({filePath, fileContent}) => {
    const {root, frontMatter: values} = pageOf(siteDir, filePath, fileContent);
    const yaml = root.children.find(({type}) => type === 'yaml');
    const content = fileContent.slice(yaml?.position?.end.offset ?? 0).trim();
    return Promise.resolve({frontMatter: validFields(values), content});
  };
}

function pageOf(siteDir: string, file: string, text: string): Page {
  return parsePage(path.relative(siteDir, file).replaceAll('\\', '/'), text);
}
