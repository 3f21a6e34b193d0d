import type { Pointer } from '../../domain/pointer.ts';
import type { Draft } from '../fix.ts';
import type { SourceDocument } from '../source-document.ts';
import { yamlScalar, type Scalar } from './yaml-scalar.ts';

/** Writes another value in the place of one that stands in one piece. Undefined where the text leaves no such place. */
export function replaceValue(document: SourceDocument, pointer: Pointer, value: Scalar): Draft | undefined {
  const range = scalarRange(document, pointer);
  if (range === undefined) return undefined;
  const former = document.text.slice(range.start, range.end);
  const text = document.format === 'json' ? JSON.stringify(value) : yamlScalar(value, former);
  return { kind: 'text', edits: [{ ...range, text }], touches: [pointer] };
}

/** A whole list or object, written on one line: JSON is YAML too. */
export function replaceTree(document: SourceDocument, pointer: Pointer, text: '[]' | '{}'): Draft | undefined {
  const node = document.nodeAt(pointer);
  if (node === undefined || !/^[[{]/.test(document.text.slice(node.start, node.end))) return undefined;
  return { kind: 'text', edits: [{ start: node.start, end: node.end, text }], touches: [pointer] };
}

/** Not what YAML writes elsewhere (an alias), over several lines (a block), or not at all. */
function scalarRange({ text, nodeAt }: SourceDocument, pointer: Pointer): { start: number; end: number } | undefined {
  const node = nodeAt(pointer);
  if (node === undefined || node.start === node.end || node.start === node.key?.start) return undefined;
  return /^[*&!|>[{]/.test(text.slice(node.start, node.start + 1)) ? undefined : { start: node.start, end: node.end };
}
