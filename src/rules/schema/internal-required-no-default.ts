import { member } from '../../domain/json.ts';
import { isInternal } from '../../domain/operation.ts';
import type { SchemaNode } from '../nodes.ts';
import { inOpenApi, type Rule } from '../rule.ts';
import { isSent } from '../facts/sent-schemas.ts';
import type { Subject } from '../subject.ts';

export const internalRequiredNoDefault: Rule = {
  code: 'schema/internal-required-no-default',
  schemaKeys: ['x-ms-visibility'],
  schema: (schema, subject) => {
    if (!schema.required || !isInternal(schema.value) || isFilled(schema, subject)) return undefined;
    const message = 'This value is required and hidden from makers, and nothing gives it a value';
    return [{ at: inOpenApi(schema.pointer), message, hint: 'Add "default", or make it visible or optional' }];
  },
};

/** Whether the value comes from somewhere, or never has to be sent. An object and a list are made of their parts; the platform fills in its own address. */
function isFilled(schema: SchemaNode, subject: Subject): boolean {
  const { value } = schema;
  const isComposite = ['properties', 'items', 'allOf'].some((key) => member(value, key) !== undefined);
  const hasValue = member(value, 'default') !== undefined || member(value, 'x-ms-notification-url') !== undefined;
  return hasValue || isComposite || !isSent(schema, subject);
}
