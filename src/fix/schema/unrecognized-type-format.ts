import { FORMATS } from '../../rules/schema/unrecognized-type-format.ts';
import { removeEntry } from '../edits/remove-entry.ts';
import { replaceValue } from '../edits/replace-value.ts';
import type { Fix } from '../fix.ts';
import { spelledRight } from '../value-fix.ts';

/** Capital letters, and the empty text, which names no format. */
export const unrecognizedTypeFormat: Fix = {
  code: 'schema/unrecognized-type-format',
  mend: ({ document, pointer, value }) => {
    if (value === '') return removeEntry(document, pointer);
    const format = spelledRight(value, FORMATS);
    return format === undefined ? undefined : replaceValue(document, pointer, format);
  },
};
