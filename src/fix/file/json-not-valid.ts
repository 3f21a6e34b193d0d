import { scanJson } from '../../places/json-scan.ts';
import type { Fix } from '../fix.ts';

/**
 * A raw control character in a string, written as its escape. One that breaks the line may come from a string that was never closed: then the
 * rest does not read, and the file is left to its author.
 */
export const jsonNotValid: Fix = {
  code: 'file/json-not-valid',
  mend: ({ diagnostic: { at }, document: { text, format } }) => {
    const start = at.offset;
    if (format !== 'json' || start === undefined || text.charCodeAt(start) >= 0x20) return undefined;
    if (scanJson(text).relaxed === undefined) return undefined;
    // The line feed of a pair is mended with its carriage return.
    if (text[start] === '\n' && text[start - 1] === '\r') return undefined;
    const isPair = text[start] === '\r' && text[start + 1] === '\n';
    const written = isPair ? '\\n' : JSON.stringify(text[start]).slice(1, -1);
    return { kind: 'text', edits: [{ start, end: start + (isPair ? 2 : 1), text: written }], touches: [''] };
  },
};
