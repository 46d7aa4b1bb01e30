import {decoded} from '@site/lib/address';
import {all, on, type Behavior} from './behavior';
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
    // In a small window it lies over the page that its links lead to.
    on('outline', 'click', (outline, {target}) => {
      if (target instanceof Element && target.closest('a')) {
        outline.hidePopover?.();
      }
    });
    document.addEventListener(
      'toggle',
      ({target, newState}) => {
        if (newState === 'open' && all('outline').some((outline) => outline === target)) {
          all('outline')
            .flatMap((outline) => [...outline.querySelectorAll('[aria-current="true"]')])
            .forEach(showInPane);
        }
      },
      true,
    );
  },
  arrive: mark,
} satisfies Behavior;

function mark(): void {
  for (const outline of all('outline')) {
    const links = [...outline.querySelectorAll('a')].filter(({hash}) => hash !== '');
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
