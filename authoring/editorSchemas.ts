import * as z from 'zod';

import {frontMatterSchema} from '../content-model/frontMatter.ts';
import {glossarySchema} from '../content-model/glossary.ts';
import {referenceSchema} from '../content-model/references.ts';

const schemas = {
  'front-matter': frontMatterSchema,
  glossary: z.array(glossarySchema),
  references: z.array(referenceSchema),
};

/**
 * What editors need to complete and explain what a contributor writes: JSON Schema of the front
 * matter and of the lists in data/, by path from the root. Only their structure: whether a value
 * is right, the gate says, in Korean.
 */
export function editorSchemas(): Map<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `.vscode/schemas/${name}.json`,
      `${JSON.stringify(structureOf(schema), null, 2)}\n`,
    ]),
  );
}

function structureOf(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, {
    io: 'input',
    override: ({jsonSchema}) => {
      delete jsonSchema.pattern;
      delete jsonSchema.allOf;
      delete jsonSchema.format;
    },
  });
}
