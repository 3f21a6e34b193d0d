import { arrayMember, entriesOf, member, objectMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { SchemaNode } from '../nodes.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const requiredPropertyDefinitionMissing: Rule = {
  code: 'schema/required-property-definition-missing',
  schema: (schema) => {
    const required = arrayMember(schema.value, 'required');
    if (required === undefined || isOpen(schema)) return undefined;
    const properties = objectMember(schema.value, 'properties');
    return required.flatMap((name, index) => {
      if (typeof name !== 'string' || member(properties, name) !== undefined) return [];
      return [
        {
          at: inOpenApi(child(schema.pointer, 'required', index)),
          message: `Property ${quote(name)} is required but not defined`,
          hint: didYouMean(
            name,
            entriesOf(properties).map(([key]) => key),
            'Define it under "properties", or remove it here',
          ),
        },
      ];
    });
  },
};

/** Whether properties may come from elsewhere: another part of an `allOf`, free names, or the answer of an operation. */
function isOpen({ kind, value, pointer }: SchemaNode): boolean {
  const elsewhere = ['allOf', 'additionalProperties', 'x-ms-dynamic-schema', 'x-ms-dynamic-properties'];
  return (
    kind !== 'schema' || /\/allOf\/\d+$/.test(pointer) || elsewhere.some((key) => member(value, key) !== undefined)
  );
}
