import { isArray } from '../../domain/json.ts';
import { parentOf, type Pointer } from '../../domain/pointer.ts';
import type { Range } from '../../places/source-node.ts';
import type { Draft } from '../fix.ts';
import type { SourceDocument } from '../source-document.ts';
import { lineStart, nextLine, skipBlank, skipBlankBack } from './lines.ts';

/** Takes a member out of an object, or an element out of a list, with its comma or its line. Undefined where that would take more. */
export function removeEntry(document: SourceDocument, pointer: Pointer): Draft | undefined {
  const node = document.nodeAt(pointer);
  if (node === undefined || pointer === '') return undefined;
  const range = { start: node.key?.start ?? node.start, end: Math.max(node.end, node.key?.end ?? 0) };
  const removed = removedRange(document, range);
  const parent = parentOf(pointer);
  const touched = isArray(document.valueAt(parent)) ? parent : pointer;
  return removed && { kind: 'text', edits: [{ ...removed, text: '' }], touches: [touched] };
}

/** The range to take out for an entry that fills `range`. */
export function removedRange({ text, format }: SourceDocument, range: Range): Range | undefined {
  const isFlow = format === 'json' || /^[,\]}]/.test(text.slice(skipBlank(text, range.end)));
  return isFlow ? betweenCommas(text, range) : ownLines(text, range);
}

function betweenCommas(text: string, { start, end }: Range): Range | undefined {
  const after = skipBlank(text, end);
  if (text[after] === ',') return { start, end: skipBlank(text, after + 1) };
  const before = skipBlankBack(text, start) - 1;
  if (text[before] === ',') return { start: before, end };
  return /[[{]/.test(text.charAt(before)) ? { start: before + 1, end: after } : undefined;
}

/** In block style an entry has lines of its own, except the first of an object in a list. */
function ownLines(text: string, { start, end }: Range): Range | undefined {
  const line = lineStart(text, start);
  const rest = text.slice(end, nextLine(text, end));
  if (!/^[ \t]*(?:#.*)?\r?\n?$/.test(rest) || !/^[ ]*(?:- +)?$/.test(text.slice(line, start))) return undefined;
  return { start: line, end: nextLine(text, end) };
}
