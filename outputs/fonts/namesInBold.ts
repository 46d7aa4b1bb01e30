/** In bold without any style sheet (HTML, 15.3 “Rendering”). */
const boldTags = ['b', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'th'];

/**
 * The tags (`strong`) and classes (`.label`) whose text style sheets set in bold somewhere, or when
 * a state comes that adds `--active` to a class. Where the rule says more than the name (`.a > .b`,
 * `.a.b`), the last name alone counts: too many characters in a font do no harm, too few do.
 */
export function namesInBold(styles: readonly string[]): Set<string> {
  const css = styles.join('\n').replace(/\/\*[^]*?\*\//g, '');
  const variables = new Map<string, string[]>();
  for (const [, name = '', value = ''] of css.matchAll(/(--[\w-]+):([^;}]*)/g)) {
    variables.set(name, [...(variables.get(name) ?? []), value]);
  }
  /** Of any value that the variables in it have anywhere. */
  const isBold = (value: string): boolean =>
    /(?:^|\s)(?:bold(?:er)?|[6-9]\d\d|1000)(?:\s|$)/.test(value.replace(/var\([^()]*\)/g, ' ')) ||
    [...value.matchAll(/var\((--[\w-]+)/g)].some(([, name = '']) =>
      variables.get(name)?.some(isBold),
    );

  const names = new Set(boldTags);
  for (const [, selectors = '', declarations = ''] of css.matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    const weights = [...declarations.matchAll(/(?:^|[;\s])font(?:-weight)?:([^;]*)/g)];
    if (weights.some(([, value = '']) => isBold(value))) {
      for (const selector of splitOutsideParentheses(selectors, /,/)) {
        namesOfSubject(selector).forEach((name) => names.add(name));
      }
    }
  }
  return names;
}

/** The names of the element that a selector is about: the last of it. */
function namesOfSubject(selector: string): string[] {
  const plain = selector.replace(/:not\([^()]*\)|\[[^\]]*\]/g, '').trim();
  const subject = splitOutsideParentheses(plain, /[\s>+~]+/).at(-1) ?? '';
  const classes = [...subject.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
  return classes.length > 0
    ? classes.map((name) => `.${name.replace(/--active$/, '')}`)
    : [...subject.matchAll(/(?:^|[(,\s])([a-z][\w-]*)/gi)].map(([, tag = '']) => tag);
}

function splitOutsideParentheses(text: string, separator: RegExp): string[] {
  return text.split(new RegExp(`(?:${separator.source})(?![^(]*\\))`));
}
