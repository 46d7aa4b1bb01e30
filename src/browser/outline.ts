import {decoded} from '@site/lib/address';
import {all, type Behavior} from './behavior';
import {showInPane} from './showInPane';

/** How far down the window a heading counts as reached. */
const reached = 1 / 3;
let frame = 0;

/** Marks the section that is being read in the page's outline, and keeps it in view there. */
export default {
  listen() {
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mark);
    };
    addEventListener('scroll', later, {passive: true});
    addEventListener('resize', later, {passive: true});
    // Answers that open move the headings below them.
    document.addEventListener('toggle', later, true);
  },
  arrive: mark,
} satisfies Behavior;

function mark(): void {
  for (const outline of all('outline')) {
    const links = [...outline.querySelectorAll('a')];
    const current = links.findLast(isReached);
    for (const link of links) {
      if (link !== current) {
        link.removeAttribute('aria-current');
      } else if (!link.hasAttribute('aria-current')) {
        link.setAttribute('aria-current', 'true');
        showInPane(link);
      }
    }
  }
}

function isReached({hash}: HTMLAnchorElement): boolean {
  const heading = document.getElementById(decoded(hash.slice(1)));
  return heading !== null && heading.getBoundingClientRect().top < window.innerHeight * reached;
}
