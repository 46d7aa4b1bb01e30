import starlight from '@astrojs/starlight';
import {defineConfig} from 'astro/config';
import mermaid from 'astro-mermaid';

/** Starlight as its guide sets it up; astro-mermaid must come before it. */
export default defineConfig({
  site: 'http://localhost:3000',
  trailingSlash: 'always',
  integrations: [
    mermaid({enableLog: false}),
    starlight({
      title: '면접 노트',
      locales: {root: {label: '한국어', lang: 'ko'}},
      sidebar: [
        {slug: 'virtualization'},
        {slug: 'container-isolation'},
        {slug: 'docker-in-docker'},
      ],
    }),
  ],
});
