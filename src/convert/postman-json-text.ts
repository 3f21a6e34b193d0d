import type { Json } from '../domain/json.ts';

/** A body or a response that is JSON, as Postman lets people write it: with comments, and with `{{variables}}` in the place of values. */
export function parseJsonText(text: string): Json | undefined {
  const trimmed = text.trim();
  if (!/^[[{"\d-]|^(?:true|false|null)$/.test(trimmed)) return undefined;
  return parsed(trimmed) ?? (/\/[/*]|\{\{|,\s*[}\]]/.test(trimmed) ? parsed(strictJson(trimmed)) : undefined);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const MARK = /"|\/\/|\/\*|\{\{|,/g;
const TEXT = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const VARIABLE = /\{\{[^{}"]{0,200}\}\}/y;
const LAST_COMMA = /,\s*(?=[}\]])/y;

/** Comments and last commas left out, variables outside of texts in quotes. One pass: what never ends is left as it is. */
function strictJson(text: string): string {
  let strict = '';
  let from = 0;
  while (from < text.length) {
    MARK.lastIndex = from;
    const found = MARK.exec(text);
    if (found === null) break;
    const [written, end] = pieceAt(text, found.index, found[0]);
    strict += text.slice(from, found.index) + written;
    from = end;
  }
  return strict + text.slice(from);
}

function pieceAt(text: string, at: number, mark: string): readonly [written: string, end: number] {
  if (mark === '//') return ['', endOf(text, at, '\n')];
  if (mark === '/*') return ['', endOf(text, at, '*/')];
  const pattern = mark === '"' ? TEXT : mark === ',' ? LAST_COMMA : VARIABLE;
  pattern.lastIndex = at;
  const piece = pattern.exec(text)?.[0];
  if (piece === undefined) return mark === '"' ? [text.slice(at), text.length] : [mark, at + mark.length];
  return [mark === '"' ? piece : mark === ',' ? '' : JSON.stringify(piece), at + piece.length];
}

function endOf(text: string, at: number, mark: string): number {
  const end = text.indexOf(mark, at + 2);
  return end < 0 ? text.length : end + mark.length;
}
