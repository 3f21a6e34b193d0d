import { endOfComment } from '../../places/json-text.ts';
import { lineStart, nextLine, skipBlankBack } from '../edits/lines.ts';
import type { Fix } from '../fix.ts';
import type { TextEdit } from '../text-edit.ts';
import { isLastTold, jsonSlipsOf } from './json-slips.ts';

export const jsonComments: Fix = {
  code: 'file/json-comments',
  mend: (site) => {
    const { text } = site.document;
    const start = site.diagnostic.at.offset ?? -1;
    const end = endOfComment(text, start);
    if (end === undefined) return undefined;
    const following = isLastTold(site) ? jsonSlipsOf(text).comments.filter((comment) => comment.start > start) : [];
    const edits = [{ start, end }, ...following].map((comment) => edit(text, comment.start, comment.end));
    return { kind: 'text', edits, touches: [] };
  },
};

/** With its line when nothing else is on it, and otherwise with the white space before it. */
function edit(text: string, start: number, end: number): TextEdit {
  const line = lineStart(text, start);
  const next = nextLine(text, end);
  const isAlone = text.slice(line, start).trim() === '' && text.slice(end, next).trim() === '';
  if (isAlone) return { start: line, end: next, text: '' };
  // A line comment reaches to the line feed, and a carriage return before that belongs to the line break.
  const last = text[end - 1] === '\r' ? end - 1 : end;
  const from = text.slice(line, start).trim() === '' ? start : skipBlankBack(text, start);
  return { start: from, end: last, text: '' };
}
