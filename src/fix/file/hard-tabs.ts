import type { Fix } from '../fix.ts';
import type { TextEdit } from '../text-edit.ts';

/** In JSON, where what a line begins with has no meaning. A tab becomes as many spaces as the other lines of the file step in by. */
export const hardTabs: Fix = {
  code: 'file/hard-tabs',
  mend: ({ document: { text, format } }) => {
    if (format !== 'json') return undefined;
    const step = ' '.repeat(stepOf(text));
    const edits = [...text.matchAll(/^[ \t]*\t[ \t]*/gm)].map((found): TextEdit => {
      const start = found.index;
      return { start, end: start + found[0].length, text: found[0].replaceAll('\t', step) };
    });
    return edits.length === 0 ? undefined : { kind: 'text', edits, touches: [] };
  },
};

/** The indentation of the first line that is indented with spaces; two where none is. */
function stepOf(text: string): number {
  const first = /^( +)\S/m.exec(text)?.[1]?.length ?? 2;
  return first === 4 || first === 3 ? first : 2;
}
