/** Stands for the policy that outputs/security writes. With spaces, so that the minifier keeps its quotes. */
export const policyPlaceholder = '@content security policy@';

/**
 * Docusaurus' HTML of a page (`ssrTemplate`, in Eta), but for its scripts: those
 * start when the page has loaded and the browser is idle. The text and its font
 * have the slow line to themselves; nothing that a reader sees waits for scripts.
 *
 * React 18 writes NULs where a Hangul syllable does not fit into the rest of its buffer
 * (https://github.com/facebook/react/issues/31134); in names that screen readers read out, each would become a �.
 */
export const htmlTemplate = `
<!DOCTYPE html>
<html <%~ it.htmlAttributes %>>
  <head>
    <meta charset="UTF-8">
    <meta http-equiv="Content-Security-Policy" content="${policyPlaceholder}">
    <meta name="generator" content="Docusaurus v<%= it.version %>">
    <% it.metaAttributes.forEach((metaAttribute) => { %>
      <%~ metaAttribute %>
    <% }); %>
    <%~ it.headTags %>
    <% it.stylesheets.forEach((stylesheet) => { %>
      <link rel="stylesheet" href="<%= it.baseUrl %><%= stylesheet %>" />
    <% }); %>
    <script>
      addEventListener('load', () => {
        const start = () => {
          for (const file of <%~ JSON.stringify(it.scripts) %>) {
            const script = document.createElement('script');
            script.src = '<%= it.baseUrl %>' + file;
            script.async = false;
            document.head.append(script);
          }
        };
        const loaded = performance.now();
        // Asked for, not observed: Chromium now and then never tells an observer, and
        // a browser that hides its timings (Tor) has no such entry at all.
        const whenPainted = () => {
          const isPainted = performance.getEntriesByName('first-contentful-paint').length > 0;
          if (!isPainted && performance.now() - loaded < 3000) {
            setTimeout(whenPainted, 30);
          } else if (window.requestIdleCallback) {
            requestIdleCallback(start, {timeout: 1000});
          } else {
            // Safari has no idle callback.
            start();
          }
        };
        whenPainted();
      });
    </script>
  </head>
  <body <%~ it.bodyAttributes %>>
    <%~ it.preBodyTags %>
    <div id="__docusaurus"><%~ it.appHtml.replaceAll('\\0', '') %></div>
    <%~ it.postBodyTags %>
  </body>
</html>
`;
