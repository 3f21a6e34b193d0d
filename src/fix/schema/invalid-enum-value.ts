import { child, parentOf } from '../../domain/pointer.ts';
import { inType } from '../typed-value.ts';
import { valueFix } from '../value-fix.ts';

export const invalidEnumValue = valueFix('schema/invalid-enum-value', (value, { document, pointer }) => {
  const type = document.valueAt(child(parentOf(parentOf(pointer)), 'type'));
  return typeof type === 'string' ? inType(value, type) : undefined;
});
