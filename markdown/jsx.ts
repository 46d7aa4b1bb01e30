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

/** A constant that site/lightPages sets: true while the HTML is written, false in the reader's browser. */
export const writesHtml = 'WRITES_HTML';

/**
 * A block that stands in the HTML alone: the page's script, which has all else
 * once more, goes without its content.
 */
export function htmlOnlyElement(attributes: Attributes, html: string): MdxJsxFlowElement {
  const element = flowElement('div', attributes);
  element.attributes.push({
    type: 'mdxJsxAttribute',
    name: 'dangerouslySetInnerHTML',
    value: {
      type: 'mdxJsxAttributeValueExpression',
      value: '',
      data: {
        estree: {
          type: 'Program',
          sourceType: 'module',
          comments: [],
          body: [
            {
              type: 'ExpressionStatement',
              // {__html: WRITES_HTML ? '…' : ''}: React leaves alone what it finds in an element of this property.
              expression: {
                type: 'ObjectExpression',
                properties: [
                  {
                    type: 'Property',
                    kind: 'init',
                    method: false,
                    shorthand: false,
                    computed: false,
                    key: {type: 'Identifier', name: '__html'},
                    value: {
                      type: 'ConditionalExpression',
                      test: {type: 'Identifier', name: writesHtml},
                      consequent: {type: 'Literal', value: html},
                      alternate: {type: 'Literal', value: ''},
                    },
                  },
                ],
              },
            },
          ],
        },
      },
    },
  });
  return element;
}
