import { entriesOf, isObject, member, type JsonObject } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';
import { hasAny } from '../shared-checks/consistency.ts';

const SHAPES = [
  'type',
  '$ref',
  'properties',
  'additionalProperties',
  'items',
  'allOf',
  'enum',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-properties',
];

export const emptyProperty: Rule = {
  code: 'schema/empty-property',
  schemaKeys: ['properties'],
  schema: ({ kind, value, pointer }) => {
    if (kind !== 'schema' || !Object.hasOwn(value, 'properties')) return undefined;
    return entriesOf(member(value, 'properties')).flatMap(([name, property]) => {
      if (!isObject(property) || isShaped(property)) return [];
      const message = `Property ${quote(name)} does not say what it is`;
      return [{ at: keyInOpenApi(child(pointer, 'properties', name)), message, hint: 'Add "type"' }];
    });
  },
};

function isShaped(property: JsonObject): boolean {
  return hasAny(property, SHAPES);
}
