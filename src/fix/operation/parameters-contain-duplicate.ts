import { isArray } from '../../domain/json.ts';
import { parentOf, tokensOf } from '../../domain/pointer.ts';
import { removalFix } from '../removal-fix.ts';
import { isSameJson } from '../same-json.ts';

/** The later of two parameters that are the same in all they say. */
export const parametersContainDuplicate = removalFix(
  'operation/parameters-contain-duplicate',
  ({ document, pointer, value }) => {
    const list = document.valueAt(parentOf(pointer));
    return (
      isArray(list) && list.some((one, index) => index < Number(tokensOf(pointer).at(-1)) && isSameJson(one, value))
    );
  },
);
