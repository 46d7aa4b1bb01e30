/**
 * What readJson is in a folder opened from disk, where no page may fetch a file: the data stand in a
 * script (outputs/offline), with addresses that are relative to it.
 * @throws when it does not come
 */
export function readJson(address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('error', () => reject(new Error(`${address} does not come`)));
    script.addEventListener('load', () => {
      const {json} = script as HTMLScriptElement & {json?: string};
      resolve(
        JSON.parse(json ?? 'null', (name, value: unknown) =>
          // An index of words may have one that is called so, too.
          name === 'url' && typeof value === 'string' && value.startsWith('../')
            ? new URL(value, script.src).href
            : value,
        ),
      );
    });
    document.head.append(script);
  });
}
