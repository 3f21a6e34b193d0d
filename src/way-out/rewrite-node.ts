import type { Json } from '../domain/json.ts';
import type { Pointer } from '../domain/pointer.ts';
import { endWithComment, lineStart } from '../fix/edits/lines.ts';
import { replaceValue } from '../fix/edits/replace-value.ts';
import { textFor, type Rewriting } from './rewrite.ts';
import { hanging, indented, isBlock } from './written-value.ts';

/** Puts another value in the place of one, whatever the two are. */
export function replaceNode(rewriting: Rewriting, pointer: Pointer, desired: Json): boolean {
  const { document, edits, origins } = rewriting;
  const scalar = typeof desired === 'string' || typeof desired === 'number' || typeof desired === 'boolean';
  const draft = scalar && !origins.has(pointer) ? replaceValue(document, pointer, desired) : undefined;
  if (draft?.kind === 'text') {
    edits.push(...draft.edits);
    return true;
  }
  const node = document.nodeAt(pointer);
  if (node === undefined || node.start === node.key?.start) return false;
  const before = document.text.slice(lineStart(document.text, node.start), node.start);
  const text = textFor(rewriting, pointer, desired);
  const isBlocks = rewriting.manner.format === 'yaml' && document.text.slice(node.start, node.end).includes('\n');
  // A comment at its end was about what it was.
  const end = isBlocks ? endWithComment(document.text, node.end) : node.end;
  edits.push({ ...placed(rewriting, { before, from: node.start }, desired, text), end });
  return true;
}

interface Spot {
  /** What stands before the value on its line. */
  readonly before: string;
  readonly from: number;
}

function placed(
  { manner }: Rewriting,
  { before, from }: Spot,
  desired: Json,
  text: string,
): { start: number; text: string } {
  const broken = (lines: string): string => lines.replaceAll('\n', manner.lineBreak);
  if (manner.format === 'json') return { start: from, text: broken(hanging(text, /^[ \t]*/.exec(before)?.[0] ?? '')) };
  const lead = ' '.repeat(/^ *(?:- +)*/.exec(before)?.[0].length ?? 0);
  // On a line of its own, or behind the dash of a sequence.
  if (lead.length === before.length) return { start: from, text: broken(hanging(text, lead)) };
  const deeper = lead + manner.unit;
  if (!isBlock(desired, text)) return { start: from, text: broken(hanging(text, deeper)) };
  return { start: from - (/ *$/.exec(before)?.[0].length ?? 0), text: broken(`\n${indented(text, deeper)}`) };
}
