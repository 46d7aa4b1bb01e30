interface Parser {
  parse: (source: string) => Promise<unknown>;
}

let parser: Promise<Parser> | undefined;

/**
 * Parses a Mermaid source without a browser, and draws nothing.
 * @returns undefined when it can be drawn; else where and why not, the line from
 *   1 within the source, or undefined where Mermaid does not say
 */
export async function mermaidFault(
  source: string,
): Promise<{line: number | undefined; reason: string} | undefined> {
  parser ??= loadParser();
  const {parse} = await parser;
  try {
    await parse(source);
    return undefined;
  } catch (error) {
    const {message, hash} = error as Error & {hash?: {line?: number}};
    const [reason = ''] = message.split('\n').slice(-1);
    return {line: hash?.line === undefined ? undefined : hash.line + 1, reason};
  }
}

/** Mermaid cleans labels with DOMPurify even when it only parses, and that needs a DOM. */
async function loadParser(): Promise<Parser> {
  // Imported as Mermaid imports it, so that it is the same module.
  const {default: purifier} = await import('dompurify');
  Object.assign(purifier, {addHook: () => {}, sanitize: (dirty: string) => dirty});
  return (await import('mermaid')).default;
}
