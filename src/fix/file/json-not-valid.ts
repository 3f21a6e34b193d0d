import { scanJson } from '../../places/json-scan.ts';
import { skipBlankBack } from '../edits/lines.ts';
import type { Draft, Fix } from '../fix.ts';

/** What stands in a string unescaped, and two slips after which no reading is possible, where one mend makes the file JSON. */
export const jsonNotValid: Fix = {
  code: 'file/json-not-valid',
  mend: ({ diagnostic: { at }, document: { text, format } }) => {
    const start = at.offset;
    if (format !== 'json' || start === undefined) return undefined;
    const code = text.charCodeAt(start);
    if (code < 0x20) return escaped(text, start);
    const space = /^[\p{Z}\p{Cf}]+/u.exec(text.slice(start, start + 100))?.[0];
    return space === undefined ? missingComma(text, start) : spaced(text, start, space);
  },
};

/** A raw control character in a string. One that breaks the line may be a string that was never closed: then the rest does not read. */
function escaped(text: string, start: number): Draft | undefined {
  if (scanJson(text).relaxed === undefined) return undefined;
  const isPair = text[start] === '\r' && text[start + 1] === '\n';
  if (text[start] === '\n' && text[start - 1] === '\r') return undefined;
  const end = start + (isPair ? 2 : 1);
  const written = isPair ? '\\n' : JSON.stringify(text[start]).slice(1, -1);
  return { kind: 'text', edits: [{ start, end, text: written }], touches: [''] };
}

/** An invisible character, pasted between two values. */
function spaced(text: string, start: number, space: string): Draft | undefined {
  return ifItReads(text, { start, end: start + space.length, text: ' ' });
}

function missingComma(text: string, start: number): Draft | undefined {
  const end = skipBlankBack(text, start);
  return ifItReads(text, { start: end, end, text: ',' });
}

function ifItReads(text: string, edit: { start: number; end: number; text: string }): Draft | undefined {
  const mended = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  return scanJson(mended).relaxed === undefined ? undefined : { kind: 'text', edits: [edit], touches: [''] };
}
