import { member } from '../../domain/json.ts';
import { isInternal } from '../../domain/operation.ts';
import { child } from '../../domain/pointer.ts';
import { isSent } from '../facts/sent-schemas.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const internalPropertyWithDefaultOptional: Rule = {
  code: 'schema/internal-property-with-default-optional',
  schemaKeys: ['default'],
  schema: (schema, subject) => {
    const { value, required, pointer } = schema;
    const isHiddenDefault = !required && member(value, 'default') !== undefined && isInternal(value);
    if (!isHiddenDefault || !isSent(schema, subject)) return undefined;
    const message = 'This value is hidden from makers and optional, so its default is not sent';
    const hint = schema.kind === 'schema' ? 'List it under "required"' : 'Add "required": true';
    return [{ at: inOpenApi(child(pointer, 'default')), message, hint }];
  },
};
