import { arrayMember, member, objectMember, stringMember, type JsonObject } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { guessed } from '../did-you-mean.ts';
import type { SchemaNode } from '../nodes.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Guess, type Rule } from '../rule.ts';

export const requiredPropertyDefinitionMissing: Rule = {
  code: 'schema/required-property-definition-missing',
  schemaKeys: ['required'],
  schema: (schema) => {
    const required = arrayMember(schema.value, 'required');
    if (required === undefined || isOpen(schema)) return undefined;
    const properties = objectMember(schema.value, 'properties');
    return required.flatMap((name, index) => {
      if (typeof name !== 'string' || member(properties, name) !== undefined) return [];
      const at = inOpenApi(child(schema.pointer, 'required', index));
      return [{ at, message: `Property ${quote(name)} is required but not defined`, hint: hintFor(name, properties) }];
    });
  },
};

function hintFor(name: string, properties: JsonObject | undefined): Guess {
  return guessed(
    name,
    Object.keys(properties ?? {}),
    (candidate) => `Property ${quote(candidate)} may be meant: spell both the same way`,
    'Define it under "properties", or remove it here',
  );
}

const ELSEWHERE = ['allOf', 'additionalProperties', 'x-ms-dynamic-schema', 'x-ms-dynamic-properties'];

/** Whether properties may come from elsewhere (another part of an `allOf`, free names, the answer of an operation), or the list is on no object. */
function isOpen({ kind, value, pointer }: SchemaNode): boolean {
  const isObjectSchema = kind === 'schema' && (stringMember(value, 'type') ?? 'object') === 'object';
  return !isObjectSchema || /\/allOf\/\d+$/.test(pointer) || ELSEWHERE.some((key) => member(value, key) !== undefined);
}
