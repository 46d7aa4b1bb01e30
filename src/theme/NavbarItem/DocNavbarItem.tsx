// Change: the link is the current one on its own page alone, not on every page of its sidebar.
import type {ReactNode} from 'react';
import {useActiveDocContext, useLayoutDoc} from '@docusaurus/plugin-content-docs/client';
import DefaultNavbarItem from '@theme/NavbarItem/DefaultNavbarItem';
import type {Props} from '@theme/NavbarItem/DocNavbarItem';

export default function DocNavbarItem({docId, label, docsPluginId, ...props}: Props): ReactNode {
  const {activeDoc} = useActiveDocContext(docsPluginId);
  const doc = useLayoutDoc(docId, docsPluginId);
  return (
    doc && (
      <DefaultNavbarItem
        {...props}
        exact
        isActive={() => activeDoc?.path === doc.path}
        label={label ?? doc.id}
        to={doc.path}
      />
    )
  );
}
