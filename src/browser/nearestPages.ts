import {all, type Behavior} from './behavior';
import {element} from './element';

const mostPages = 3;
/** Below it, two addresses are alike by chance. */
const likeEnough = 0.5;

/** Below a link to the list of all questions: the pages whose address is most like the one that is not there. */
export default {
  arrive() {
    for (const link of all<HTMLAnchorElement>('nearest-pages')) {
      // Comfort: who cannot have it has the list itself.
      showNearest(link).catch(() => undefined);
    }
  },
} satisfies Behavior;

async function showNearest(link: HTMLAnchorElement): Promise<void> {
  const sought = nameOf(location.pathname);
  const response = await fetch(link.href);
  const list = new DOMParser().parseFromString(await response.text(), 'text/html');
  const pages = [...list.querySelectorAll<HTMLAnchorElement>('main li a')]
    .map((page) => ({page, address: page.getAttribute('href') ?? ''}))
    .filter(({address}) => !address.includes('#'))
    .map(({page, address}) => ({page, likeness: likeness(sought, nameOf(address))}))
    .filter((each) => each.likeness >= likeEnough)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostPages);
  if (pages.length > 0) {
    const items = pages.map(({page}) =>
      element('li', {}, element('a', {href: page.getAttribute('href') ?? ''}, page.textContent)),
    );
    link
      .closest('p')
      ?.after(
        element(
          'div',
          {class: 'search-suggestions', role: 'status'},
          element('p', {}, '혹시 이 글인가요?'),
          element('ul', {}, ...items),
        ),
      );
  }
}

/** What an address calls its page, without what is often mistyped: `/docs/docker/PID_1/` → `pid1`. */
function nameOf(address: string): string {
  const name = address.split('/').filter(Boolean).at(-1) ?? '';
  return name
    .toLowerCase()
    .replace(/\.(html?|md)$/, '')
    .replace(/[^a-z0-9]/g, '');
}

/** How many pairs of letters two names share, 0 to 1 (Sørensen–Dice). */
function likeness(one: string, other: string): number {
  const pairsOf = (name: string) =>
    new Set(Array.from({length: Math.max(0, name.length - 1)}, (_, at) => name.slice(at, at + 2)));
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
