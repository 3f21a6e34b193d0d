import { editTextEnd } from '../edits/edit-text-end.ts';
import type { Fix } from '../fix.ts';

/** The word in parentheses, before the full stop. A summary may have no room for it. */
export const deprecatedSuffixMissing: Fix = {
  code: 'version/deprecated-suffix-missing',
  mend: ({ document, pointer, value }) => {
    if (typeof value !== 'string') return undefined;
    const text = value.trimEnd();
    if (pointer.endsWith('/summary')) return text.length <= 67 ? editTextEnd(document, pointer, MARK) : undefined;
    return /\w\.$/.test(text) ? editTextEnd(document, pointer, `${MARK}.`, '.') : editTextEnd(document, pointer, MARK);
  },
};

const MARK = ' (deprecated)';
