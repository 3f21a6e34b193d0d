import { child } from '../../domain/pointer.ts';
import { addMember } from '../edits/add-member.ts';
import { replaceValue } from '../edits/replace-value.ts';
import type { Fix } from '../fix.ts';

/** A path has no place for nothing. */
export const pathMustBeRequired: Fix = {
  code: 'parameter/path-must-be-required',
  mend: ({ document, pointer, value }) =>
    typeof value === 'boolean'
      ? replaceValue(document, pointer, true)
      : addMember(document, child(pointer, 'in'), 'required', true),
};
