/**
 * A reader that reads each text once: what it made of a text before is given again. Whoever asks
 * (the gate, the diagrams, the build) shares one result, so that result must not be changed.
 */
export function rememberByText<Value>(read: (text: string) => Value): {
  (text: string): Value;
  knows: (text: string) => boolean;
  /** Takes what was made of the text elsewhere. */
  remember: (text: string, value: Value) => void;
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
  return Object.assign(remembered, {
    knows: (text: string) => values.has(text),
    remember: (text: string, value: Value) => void values.set(text, value),
    forget: (text: string) => void values.delete(text),
  });
}
