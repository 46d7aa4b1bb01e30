import path from 'node:path';

import type {Config} from '@docusaurus/types';
import type {Options as PresetOptions, ThemeConfig} from '@docusaurus/preset-classic';

import {emptyErrorReportUrl} from './lib/errorReport.ts';
import {contributorsOf} from './content-model/contributors.ts';
import {editedFiles} from './content-model/editedFile.ts';
import {isGitWorktree, repositoryRoot} from './lib/node/repositoryRoot.ts';
import {algoliaOptions} from './site/algoliaOptions.ts';
import {siteAddress} from './site/siteAddress.ts';
import clientBundle from './site/clientBundle/clientBundle.ts';
import contributionGuide from './site/contributionGuide/contributionGuide.ts';
import {pageAt, readContentModel, versionIn} from './content-model/model.ts';
import {readingMinutes} from './content-model/readingTime.ts';
import {topicOf} from './content-model/sections.ts';
import {pathsBesideLatest, readVersions, releasedFolder} from './content-model/versions.ts';
import bundlingSteps from './site/bundlingSteps.ts';
import contentGate from './site/contentGate/contentGate.ts';
import diagrams from './site/diagrams.ts';
import {frontMatterReader} from './site/frontMatter.ts';
import fonts from './site/fonts.ts';
import {htmlTemplate} from './site/htmlTemplate.ts';
import licenses from './site/licenses/licenses.ts';
import {remarkPlugins} from './markdown/index.ts';
import outputs from './outputs/outputs.ts';
import pageInputs from './site/pageInputs/pageInputs.ts';
import questionMap from './site/questionMap.ts';
import searchPage from './site/searchPage.ts';
import styleGuide from './site/styleGuide.ts';
import takeAlong from './site/takeAlong.ts';
import versionComparison from './site/versionComparison/versionComparison.ts';

const {url, baseUrl, repositoryUrl} = siteAddress(process.env);
const algolia = algoliaOptions(process.env);
const title = '꼬리물기';
const versions = readVersions(repositoryRoot);
const topic = topicOf(versionIn(readContentModel(repositoryRoot), releasedFolder(versions[0])));
const editedFile = editedFiles(repositoryRoot);
const readFrontMatter = frontMatterReader(repositoryRoot);
const contributors = contributorsOf(repositoryRoot, ['docs', 'versioned_docs']);
/** Left out of the copy of this file that every page downloads: a path of this machine is no part of the site. */
const inRepository = {
  siteDir: repositoryRoot,
  content: () => readContentModel(repositoryRoot),
  toJSON: () => undefined,
};

const docs = {
  routeBasePath: 'docs',
  sidebarPath: './sidebars.ts',
  editUrl: ({versionDocsDirPath, docPath}) => {
    const file = editedFile(versionDocsDirPath, docPath);
    return file && `${repositoryUrl}/edit/main/${file}`;
  },
  showLastUpdateTime: true,
  breadcrumbs: false,
  includeCurrentVersion: true,
  // The released ones are as Docusaurus has them: named as in versions.json, the first is the latest.
  versions: {current: {label: '다음', noIndex: true}},
  // Who writes sees the working version and the latest: the others are frozen, and would be read anew
  // with each edit.
  ...(process.env.NODE_ENV === 'development' && {
    onlyIncludeVersions: ['current', ...versions.slice(0, 1)],
  }),
  beforeDefaultRemarkPlugins: remarkPlugins(inRepository),
} satisfies PresetOptions['docs'];

const themeConfig = {
  image: 'img/social-card.png',
  colorMode: {respectPrefersColorScheme: true},
  docs: {sidebar: {hideable: false}},
  navbar: {
    title,
    logo: {alt: '', src: 'img/logo.svg', srcDark: 'img/logo-dark.svg'},
    items: [
      // On every page of the documentation, of which it is the whole: no page by itself.
      {type: 'docSidebar', sidebarId: 'questions', label: '질문', 'aria-current': 'true'},
      {to: '/practice/', label: '떠올려 보기'},
      {type: 'doc', docId: 'references', label: '참고 문헌'},
      {type: 'search', position: 'right'},
      {type: 'docsVersionDropdown', position: 'right'},
      {href: repositoryUrl, label: 'GitHub', position: 'right'},
    ],
  },
  footer: {
    links: [
      {label: '버전 비교', to: '/versions/'},
      {label: '기여 안내', to: '/contributing/'},
      {label: '라이선스', to: '/licenses/'},
      {label: '오류 신고', href: emptyErrorReportUrl(repositoryUrl)},
      {label: '바탕이 된 노트', href: 'https://github.com/RecoRecoNi/Tech-Interview'},
    ],
    copyright: '글은 CC BY 4.0, 코드는 MIT 라이선스를 따릅니다.',
  },
} satisfies ThemeConfig;

export default {
  title,
  tagline: `${topic} 면접 질문을 꼬리에 꼬리를 물고 공부합니다`,
  favicon: 'img/favicon.svg',
  url,
  baseUrl,
  trailingSlash: true,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  customFields: {repositoryUrl, algolia},
  i18n: {defaultLocale: 'ko', locales: ['ko']},
  ssrTemplate: htmlTemplate,
  // It would appear on every visit: it looks for Docusaurus' scripts, which no page has.
  baseUrlIssueBanner: false,
  // A downloaded copy without git builds too, only without dates.
  future: {v4: true, faster: true, experimental_vcs: isGitWorktree ? 'git-eager' : 'disabled'},
  markdown: {
    format: 'detect',
    emoji: false,
    mdx1Compat: {comments: false, admonitions: false, headingIds: true},
    // What git and the content model know of a page travels with it, to its head and its footer.
    parseFrontMatter: async (source) => {
      const {frontMatter, content} = await readFrontMatter(source);
      const file = path.relative(repositoryRoot, source.filePath).replaceAll('\\', '/');
      const {page} = pageAt(inRepository.content(), repositoryRoot, source.filePath);
      const minutes = page && readingMinutes(page.root);
      return {
        frontMatter: {...frontMatter, contributors: contributors.get(file), minutes},
        content,
      };
    },
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
  },
  presets: [
    [
      'classic',
      {
        docs,
        blog: false,
        debug: false,
        theme: {
          customCss: [
            './src/css/custom.css',
            './src/css/diagrams.css',
            './src/css/browser.css',
            './src/css/search.css',
            ...(algolia ? [require.resolve('@docsearch/css')] : []),
            './src/css/print.css',
          ],
        },
        sitemap: {ignorePatterns: pathsBesideLatest(versions).map((path) => `**/docs/${path}/**`)},
      } satisfies PresetOptions,
    ],
  ],
  plugins: [
    bundlingSteps,
    contentGate,
    pageInputs,
    clientBundle,
    diagrams,
    fonts,
    questionMap,
    versionComparison,
    contributionGuide,
    licenses,
    searchPage,
    styleGuide,
    takeAlong,
    outputs,
  ],
  clientModules: ['./src/browser/clientModule.ts'],
  themeConfig,
} satisfies Config;
