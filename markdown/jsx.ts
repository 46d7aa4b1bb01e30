import type {PhrasingContent, RootContent} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';

/** Attributes of an element; undefined ones are left out. */
type Attributes = Record<string, string | number | undefined>;

/**
 * A block that the build renders with the component `name` of
 * src/theme/MDXComponents. Authors write Markdown; only plugins make these.
 */
export function flowElement(
  name: string,
  attributes: Attributes,
  children: RootContent[] = [],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: jsxAttributes(attributes),
    children: children as MdxJsxFlowElement['children'],
  };
}

/** As flowElement, inside a line of text. */
export function textElement(
  name: string,
  attributes: Attributes,
  children: PhrasingContent[] = [],
): MdxJsxTextElement {
  return {
    type: 'mdxJsxTextElement',
    name,
    attributes: jsxAttributes(attributes),
    children,
  };
}

function jsxAttributes(attributes: Attributes): MdxJsxFlowElement['attributes'] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [{type: 'mdxJsxAttribute' as const, name, value: String(value)}],
  );
}
