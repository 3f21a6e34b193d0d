import type { Fix } from '../fix.ts';

/** In trees only: two spaces at the end of a line mean something in Markdown, and a script may hold text of several lines. */
export const trailingSpace: Fix = {
  code: 'file/trailing-space',
  mend: ({ document: { text, format } }) => {
    if (format === undefined) return undefined;
    const edits = [...linesOf(text)].flatMap(({ start, end }) => {
      let at = end;
      while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
      return at === end ? [] : [{ start: at, end, text: '' }];
    });
    return edits.length === 0 ? undefined : { kind: 'text', edits, touches: [] };
  },
};

function* linesOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield { start, end: text[end - 1] === '\r' ? end - 1 : end };
    start = end + 1;
  }
}
