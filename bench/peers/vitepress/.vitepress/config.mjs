import {withMermaid} from 'vitepress-plugin-mermaid';

const pages = [
  {text: '가상화와 컨테이너', link: '/virtualization'},
  {text: '컨테이너의 격리', link: '/container-isolation'},
  {text: 'Docker 위의 Docker', link: '/docker-in-docker'},
];

/** VitePress as its guide sets it up, with its Mermaid plugin. */
export default withMermaid({
  title: '면접 노트',
  lang: 'ko',
  srcDir: 'docs',
  outDir: 'dist',
  cleanUrls: true,
  // To the pages that only our site has.
  ignoreDeadLinks: true,
  themeConfig: {nav: [{text: '질문', link: '/virtualization'}], sidebar: pages},
});
