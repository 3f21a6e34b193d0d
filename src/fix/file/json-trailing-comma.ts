import type { Fix } from '../fix.ts';

export const jsonTrailingComma: Fix = {
  code: 'file/json-trailing-comma',
  mend: ({ diagnostic: { at }, document: { text } }) => {
    const start = at.offset ?? -1;
    if (text[start] !== ',') return undefined;
    return { kind: 'text', edits: [{ start, end: start + 1, text: '' }], touches: [] };
  },
};
