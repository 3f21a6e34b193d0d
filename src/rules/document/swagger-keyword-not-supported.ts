import type { JsonObject } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

const NUMBERS = ['number', 'integer'];

/** The types that a keyword says something about. */
const TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['minimum', NUMBERS],
  ['maximum', NUMBERS],
  ['exclusiveMinimum', NUMBERS],
  ['exclusiveMaximum', NUMBERS],
  ['multipleOf', NUMBERS],
  ['minLength', ['string', 'file']],
  ['maxLength', ['string', 'file']],
  ['pattern', ['string', 'file']],
  ['minItems', ['array']],
  ['maxItems', ['array']],
  ['uniqueItems', ['array']],
  ['items', ['array']],
  ['collectionFormat', ['array']],
  ['minProperties', ['object']],
  ['maxProperties', ['object']],
  ['properties', ['object']],
  ['additionalProperties', ['object']],
]);

export const swaggerKeywordNotSupported: Rule = {
  code: 'document/swagger-keyword-not-supported',
  schemaKeys: [...TYPES.keys()],
  schema: ({ value, pointer }) => {
    const type = value['type'];
    if (typeof type !== 'string') return undefined;
    const idle = idleKeywords(value, type);
    return idle?.map((keyword) => ({
      at: keyInOpenApi(child(pointer, keyword)),
      message: `Keyword ${quote(keyword)} says nothing about a value of type ${quote(type)}`,
      hint: 'Remove it, or change the type',
    }));
  },
};

/** There are hundreds of thousands of schemas, and hardly any has one: nothing is made for the others. */
function idleKeywords(schema: JsonObject, type: string): string[] | undefined {
  let idle: string[] | undefined;
  for (const key in schema) {
    if (TYPES.get(key)?.includes(type) === false) (idle ??= []).push(key);
  }
  return idle;
}
