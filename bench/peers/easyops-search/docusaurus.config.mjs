/** Docusaurus with easyops' search, told that the pages are Korean and English. */
export default {
  title: '면접 노트',
  url: 'http://localhost:3000',
  baseUrl: '/',
  trailingSlash: true,
  // The measured site has no home page, and the navbar links to one.
  onBrokenLinks: 'ignore',
  i18n: {defaultLocale: 'ko', locales: ['ko']},
  themes: [['@easyops-cn/docusaurus-search-local', {language: ['ko', 'en'], hashed: false}]],
  presets: [['classic', {docs: {}, blog: false}]],
  themeConfig: {navbar: {title: '면접 노트'}},
};
