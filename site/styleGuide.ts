import type {LoadContext, Plugin} from '@docusaurus/types';

/** Address of the page below the site's own. */
export const styleGuideAddress = 'style/';

/** The page `/style/`, whose parts come from the finished pages (outputs/styleGuide). */
export default function styleGuide({baseUrl}: LoadContext): Plugin {
  return {
    name: 'style-guide',
    contentLoaded({actions}) {
      actions.addRoute({
        path: baseUrl + styleGuideAddress,
        component: '@site/src/components/StyleGuide/index.tsx',
        exact: true,
      });
    },
  };
}
