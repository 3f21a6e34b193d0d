import { editTextEnd } from '../edits/edit-text-end.ts';
import type { Fix } from '../fix.ts';

/** The word in parentheses behind the text. The place is a summary or a description, and may be one that has no room for it. */
export const deprecatedSuffixMissing: Fix = {
  code: 'version/deprecated-suffix-missing',
  mend: ({ document, pointer, value }) => {
    const hasRoom = typeof value === 'string' && (!pointer.endsWith('/summary') || value.trim().length <= 67);
    return hasRoom ? editTextEnd(document, pointer, ' (deprecated)') : undefined;
  },
};
