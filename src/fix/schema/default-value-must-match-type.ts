import { child, parentOf } from '../../domain/pointer.ts';
import { removeEntry } from '../edits/remove-entry.ts';
import { replaceValue } from '../edits/replace-value.ts';
import type { Fix } from '../fix.ts';
import { inType } from '../typed-value.ts';

/** The same value in the type, or no default at all where the one that is written says nothing. */
export const defaultValueMustMatchType: Fix = {
  code: 'schema/default-value-must-match-type',
  mend: ({ document, pointer, value }) => {
    if (value === null) return removeEntry(document, pointer);
    const type = document.valueAt(child(parentOf(pointer), 'type'));
    const typed = value === undefined || typeof type !== 'string' ? undefined : inType(value, type);
    return typed === undefined ? undefined : replaceValue(document, pointer, typed);
  },
};
