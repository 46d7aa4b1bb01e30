import postcss, {type Root} from 'postcss';

/** What a style sheet is for. */
export interface Used {
  /** Of all pages. */
  classes: ReadonlySet<string>;
  /** Text of all scripts: a class whose name stands there, or begins as a word there, may come at any time. */
  scripts: string;
}

/**
 * The style sheet without rules that can match nothing: every selector asks for a class that
 * no page has and no script names. What stands inside `:is()`, `:not()` and the like is one way among
 * several, and is not asked for. Without the variables, too, that nothing reads.
 * @param css minified or not
 */
export function usedStyles(css: string, {classes, scripts}: Used): string {
  const words = new Set(scripts.match(/[\w-]+/g));
  const beginnings = [...words].filter((word) => /\w-$/.test(word));
  const isUsed = (name: string) =>
    classes.has(name) ||
    words.has(name) ||
    beginnings.some((beginning) => name.startsWith(beginning));
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    const parent = rule.parent;
    if (parent?.type === 'atrule' && /keyframes$/.test((parent as postcss.AtRule).name)) {
      return;
    }
    const matching = rule.selectors.filter((selector) => classesAsked(selector).every(isUsed));
    if (matching.length === 0) {
      rule.remove();
    } else if (matching.length < rule.selectors.length) {
      rule.selectors = matching;
    }
  });
  removeUnreadVariables(root, scripts);
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) {
      rule.remove();
    }
  });
  return root.toString();
}

/** Classes that whatever a selector matches, or something around it, must have. */
function classesAsked(selector: string): string[] {
  let bare = selector;
  // From the innermost on.
  while (/:[\w-]+\([^()]*\)/.test(bare)) {
    bare = bare.replace(/:[\w-]+\([^()]*\)/g, '');
  }
  return [...bare.replace(/\[[^\]]*\]/g, '').matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name = '']) =>
    name.replaceAll('\\', ''),
  );
}

/** A variable may be read by another that nobody reads: as long as some go. */
function removeUnreadVariables(root: Root, scripts: string): void {
  for (let removed = true; removed;) {
    removed = false;
    const read = new Set(root.toString().match(/(?<=var\(\s*)--[\w-]+/g));
    root.walkDecls(/^--/, (declaration) => {
      if (!read.has(declaration.prop) && !scripts.includes(declaration.prop)) {
        const {parent} = declaration;
        declaration.remove();
        removed = true;
        if (parent?.nodes?.length === 0) {
          parent.remove();
        }
      }
    });
  }
}
