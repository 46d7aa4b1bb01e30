/**
 * Lets Chromium fetch the page of a link that the reader points at (`moderate`), but nothing that is
 * downloaded. Only its HTML: to render it too would cost a reader who goes elsewhere.
 */
export function speculationRules(baseUrl: string): string {
  const where = {and: [{href_matches: `${baseUrl}*`}, {not: {selector_matches: '[download]'}}]};
  return JSON.stringify({prefetch: [{where, eagerness: 'moderate'}]});
}
