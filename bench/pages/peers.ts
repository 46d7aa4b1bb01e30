import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {repositoryRoot} from '../../lib/node/repositoryRoot.ts';
import {adapt, type Syntax} from './adapt.ts';
import {install} from '../install.ts';
import {runQuietly} from '../run.ts';

/** Another site generator with a Mermaid plugin of its own, pinned in bench/peers/<name>/. */
export interface Peer {
  name: string;
  label: string;
  syntax: Syntax;
  /** Folder that the pages are copied to. */
  content: string;
  /** Folder that its build writes. */
  output: string;
  /** Address of the measured page below the site's root. */
  page: string;
}

export const peers: Peer[] = [
  {
    name: 'docusaurus',
    label: 'Docusaurus',
    syntax: {
      readsHeadingIds: false,
      showsTitle: true,
      box: (kind, title) => `:::${kind}[${title}]`,
      link: (page) => `${page}.md`,
    },
    content: 'docs',
    output: 'build',
    page: 'docs/virtualization/',
  },
  {
    name: 'vitepress',
    label: 'VitePress',
    syntax: {
      readsHeadingIds: true,
      showsTitle: false,
      box: (kind, title) => `::: ${kind === 'note' ? 'info' : kind} ${title}`,
      link: (page) => `${page}.md`,
    },
    content: 'docs',
    output: 'dist',
    page: 'virtualization',
  },
  {
    name: 'starlight',
    label: 'Starlight',
    syntax: {
      readsHeadingIds: false,
      showsTitle: true,
      box: (kind, title) => `:::${kind === 'warning' ? 'caution' : kind}[${title}]`,
      link: (page) => `/${page}/`,
    },
    content: 'src/content/docs',
    output: 'dist',
    page: 'virtualization/',
  },
];

/** In our folders; in a peer's content they lie side by side. */
const pages = [
  'virtualization-basics/virtualization.md',
  'nested-docker/docker-in-docker.md',
  'containers/container-isolation.md',
];

/**
 * Builds our pages with a peer.
 * @returns the built site's folder
 * @throws Error with the end of what the build printed
 */
export function buildPeer({name, label, syntax, content, output}: Peer): string {
  const folder = path.join(repositoryRoot, 'bench/peers', name);
  install(folder);
  console.error(`짓습니다: ${label}`);
  const target = path.join(folder, content);
  rmSync(target, {recursive: true, force: true});
  mkdirSync(target, {recursive: true});
  for (const page of pages) {
    const source = path.join(repositoryRoot, 'versioned_docs/version-1.0', page);
    writeFileSync(path.join(target, path.basename(page)), adapt(readFileSync(source, 'utf8'), syntax));
  }
  rmSync(path.join(folder, output), {recursive: true, force: true});
  runQuietly('npm', ['run', '--silent', 'build'], folder);
  return path.join(folder, output);
}
