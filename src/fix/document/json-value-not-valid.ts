import { isArray } from '../../domain/json.ts';
import { parentOf } from '../../domain/pointer.ts';
import { removalFix } from '../removal-fix.ts';

/** A text that stands twice in a list without an order of its own. */
export const jsonValueNotValid = removalFix('document/json-value-not-valid', ({ document, pointer, value }) => {
  const list = document.valueAt(parentOf(pointer));
  return isArray(list) && typeof value === 'string' && list.filter((one) => one === value).length > 1;
});
