/** Address of another page of the site that a click on the target would open here, without its hash. */
export function pageOf(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest('a') : null;
  if (
    !link?.href ||
    link.target ||
    link.hasAttribute('download') ||
    link.origin !== location.origin ||
    // From disk there is nothing to fetch.
    location.protocol === 'file:'
  ) {
    return undefined;
  }
  const page = link.href.replace(/#.*/, '');
  return page === location.href.replace(/#.*/, '') ? undefined : page;
}
