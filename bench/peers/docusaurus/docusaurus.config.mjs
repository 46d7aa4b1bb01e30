/** Plain Docusaurus: what create-docusaurus writes, less the blog, plus Mermaid. */
export default {
  title: '면접 노트',
  url: 'http://localhost:3000',
  baseUrl: '/',
  trailingSlash: true,
  future: {v4: true},
  // The measured site has no home page, and the navbar links to one.
  onBrokenLinks: 'ignore',
  i18n: {defaultLocale: 'ko', locales: ['ko']},
  markdown: {mermaid: true},
  themes: ['@docusaurus/theme-mermaid'],
  presets: [['classic', {docs: {}, blog: false}]],
  themeConfig: {
    colorMode: {respectPrefersColorScheme: true},
    navbar: {
      title: '면접 노트',
      items: [{to: '/docs/virtualization/', label: '질문', position: 'left'}],
    },
  },
};
