/**
 * Docusaurus downloads the code of every page whose link comes into view: more
 * bytes than the page itself, on a reader's mobile data. A link that is hovered or
 * touched is still preloaded. Docusaurus sets `window.docusaurus` after this module
 * has run, hence the setter.
 */
if (typeof window !== 'undefined') {
  let docusaurus: Window['docusaurus'];
  Object.defineProperty(window, 'docusaurus', {
    configurable: true,
    get: () => docusaurus,
    set(value: Window['docusaurus']) {
      docusaurus = {...value, prefetch: () => false};
    },
  });
}

export {};
