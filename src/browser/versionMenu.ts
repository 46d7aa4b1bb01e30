import {all, on, type Behavior} from './behavior';

/** A menu is a disclosure; scripts close it as menus close, and keep the place on the page. */
export default {
  listen() {
    on('version-menu', 'keydown', (menu, {key}) => {
      if (key === 'Escape' && menu.hasAttribute('open')) {
        close(menu);
        menu.querySelector('summary')?.focus();
      }
    });
    on('version-menu', 'focusout', (menu, {relatedTarget}) => {
      // Without a target it is the window that lost the focus, or a place that takes none.
      if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) {
        close(menu);
      }
    });
    document.addEventListener('click', ({target}) => {
      all('version-menu')
        .filter((menu) => !(target instanceof Node && menu.contains(target)))
        .forEach(close);
    });
    on('version-menu', 'click', (_, {target}) => {
      if (target instanceof HTMLAnchorElement) {
        target.hash = location.hash;
      }
    });
    addEventListener('pagehide', () => all('version-menu').forEach(close));
  },
} satisfies Behavior;

function close(menu: Element): void {
  menu.removeAttribute('open');
}
