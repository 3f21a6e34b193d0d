import { editTextEnd } from '../edits/edit-text-end.ts';
import type { Fix } from '../fix.ts';

/** Not behind an address or a code, which the full stop would become part of. */
export const descriptionEndPunctuation: Fix = {
  code: 'operation/description-end-punctuation',
  mend: ({ document, pointer, value }) => {
    const last = typeof value === 'string' ? value.slice(-200).trimEnd().split(/\s/).at(-1) : undefined;
    return last !== undefined && /^[(\p{L}\p{N}'’-]*[\p{L}\p{N})]$/u.test(last)
      ? editTextEnd(document, pointer, '.')
      : undefined;
  },
};
