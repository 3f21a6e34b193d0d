import { member, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import type { SchemaNode } from '../nodes.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const stringBinaryPosition: Rule = {
  code: 'schema/string-binary-position',
  schemaKeys: ['format'],
  schema: (schema) => {
    const { value, pointer } = schema;
    if (member(value, 'format') !== 'binary' || member(value, 'type') !== 'string' || isTop(schema)) return undefined;
    const message = 'Raw bytes can only be a whole body, a form field or a whole answer';
    return [{ at: inOpenApi(child(pointer, 'format')), message, hint: 'Use "byte", which is sent as base64 text' }];
  },
};

/** A definition may be used as a whole. */
function isTop({ kind, value, depth }: SchemaNode): boolean {
  if (kind === 'parameter') return stringMember(value, 'in') === 'formData';
  return kind === 'schema' && depth === 0;
}
