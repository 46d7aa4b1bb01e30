import path from 'node:path';

import type {LoadContext, ParseFrontMatter, Plugin} from '@docusaurus/types';

import {frontMatterFaults, validFields} from '../../content-model/frontMatter.ts';
import {parsePage, type Page} from '../../content-model/markdown.ts';

/**
 * Reads the front matter of pages as the content model does, and gives what is right in it. What is
 * wrong is an error of the page, which `npm start` shows over it: Docusaurus' own reader would end
 * the server, or not show the change, and it runs code.
 */
export default function frontMatter({siteDir}: LoadContext): Plugin {
  return {
    name: 'front-matter',
    configureWebpack() {
      const faultsOf = (file: string, text: string): string[] => {
        const page = pageOf(siteDir, file, text);
        return frontMatterFaults(page).map(
          ({line, column, message}) => `${page.file}:${line}:${column} ${message}`,
        );
      };
      return {
        module: {
          rules: [
            {
              test: /\.md$/,
              enforce: 'pre',
              include: [path.join(siteDir, 'docs'), path.join(siteDir, 'versioned_docs')],
              use: [
                {
                  loader: path.join(siteDir, 'site/frontMatter/tellFaults.cjs'),
                  options: {faultsOf},
                },
              ],
            },
          ],
        },
      };
    },
  };
}

/** Docusaurus' `markdown.parseFrontMatter`. */
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
