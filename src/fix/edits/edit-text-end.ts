import type { Pointer } from '../../domain/pointer.ts';
import type { Draft } from '../fix.ts';
import type { SourceDocument } from '../source-document.ts';

/**
 * Puts plain characters behind a text, in place of the white space at its end and of `cut` before that, and leaves the rest of it as it is
 * written. Undefined where the text is not written in one piece.
 */
export function editTextEnd(document: SourceDocument, pointer: Pointer, suffix: string, cut = ''): Draft | undefined {
  const node = document.nodeAt(pointer);
  const value = document.valueAt(pointer);
  if (node === undefined || typeof value !== 'string' || node.start === node.key?.start) return undefined;
  const written = document.text.slice(node.start, node.end);
  const quote = /^["']/.exec(written)?.[0];
  if (quote === undefined && !isPlain(written, value)) return undefined;
  const inner = quote === undefined ? written : written.slice(1, -1);
  // Escaped white space is left alone: what is cut must be what is meant.
  const kept = withoutEnd(inner, cut);
  if (kept.length - inner.length !== withoutEnd(value, cut).length - value.length) return undefined;
  const start = node.start + (quote === undefined ? 0 : 1) + kept.length;
  const edit = { start, end: start + inner.length - kept.length, text: suffix };
  return { kind: 'text', edits: [edit], touches: [pointer] };
}

function withoutEnd(text: string, cut: string): string {
  const kept = text.trimEnd();
  return cut !== '' && kept.endsWith(cut) ? kept.slice(0, -cut.length) : kept;
}

function isPlain(written: string, value: string): boolean {
  return written === value && !/^[*&!|>[{]/.test(written);
}
