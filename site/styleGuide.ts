import type {LoadContext, Plugin} from '@docusaurus/types';

/** The page `/style/`, whose parts come from the finished pages (outputs/styleGuide). */
export default function styleGuide({baseUrl}: LoadContext): Plugin {
  return {
    name: 'style-guide',
    contentLoaded({actions}) {
      actions.addRoute({
        path: `${baseUrl}style/`,
        component: '@site/src/components/StyleGuide/index.tsx',
        exact: true,
      });
    },
  };
}
