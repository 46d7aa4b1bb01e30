import type {ClientModule} from '@docusaurus/types';

/** Opens every closed answer around `#id`, the answer of a question included, and scrolls to it. */
function reveal(hash: string): void {
  const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!target) {
    return;
  }
  let details = target.closest('details');
  const wasHidden = details !== null && !details.open;
  while (details) {
    details.open = true;
    details = details.parentElement?.closest('details') ?? null;
  }
  if (wasHidden) {
    target.scrollIntoView();
  }
}

const clientModule: ClientModule = {
  onRouteDidUpdate({location}) {
    reveal(location.hash);
  },
};

if (typeof document !== 'undefined') {
  // The route does not change when the hash is already that of the link.
  document.addEventListener('click', ({target}) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (
      link &&
      link.hash &&
      link.hash === window.location.hash &&
      link.pathname === window.location.pathname
    ) {
      reveal(link.hash);
    }
  });
}

export default clientModule;
