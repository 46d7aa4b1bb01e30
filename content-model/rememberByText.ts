/**
 * A reader that reads each text once: what it made of a text before is given again. Whoever asks
 * (the gate, the diagrams, the build) shares one result, so that result must not be changed.
 */
export function rememberByText<Value>(read: (text: string) => Value): {
  (text: string): Value;
  /** Of a text that no file has any more. */
  forget: (text: string) => void;
} {
  const values = new Map<string, Value>();
  const remembered = (text: string): Value => {
    if (!values.has(text)) {
      values.set(text, read(text));
    }
    return values.get(text) as Value;
  };
  return Object.assign(remembered, {forget: (text: string) => void values.delete(text)});
}
