// Plain JavaScript, so that it needs no loader: with that, Mermaid's hundreds of
// modules take three times as long.
import DOMPurify from 'dompurify';

// Mermaid cleans labels with DOMPurify even when it only parses, and that needs a DOM.
Object.assign(DOMPurify, {addHook() {}, sanitize: (dirty) => dirty});
const {default: mermaid} = await import('mermaid');

// A sequence's box asks the browser whether its name is a colour.
globalThis.window = {CSS: {supports: () => true}};

let input = '';
for await (const chunk of process.stdin) {
  input += chunk;
}
for (const source of JSON.parse(input)) {
  let fault = null;
  try {
    await mermaid.parse(source);
  } catch (error) {
    const {message, hash} = error;
    fault = {
      line: hash?.line === undefined ? null : hash.line + 1,
      reason: message.split('\n').at(-1),
    };
  }
  console.log(JSON.stringify(fault));
}
