import { member } from '../../domain/json.ts';
import { child, parentOf, type Pointer } from '../../domain/pointer.ts';
import type { Draft } from '../fix.ts';
import type { SourceDocument } from '../source-document.ts';
import { yamlScalar } from './yaml-scalar.ts';

/** Gives a member another key. Undefined when there is a member of that name already. */
export function renameKey(document: SourceDocument, pointer: Pointer, name: string): Draft | undefined {
  const parent = parentOf(pointer);
  const key = document.nodeAt(pointer)?.key;
  if (key === undefined || member(document.valueAt(parent), name) !== undefined) return undefined;
  const former = document.text.slice(key.start, key.end);
  const text = document.format === 'json' ? JSON.stringify(name) : yamlScalar(name, former);
  return { kind: 'text', edits: [{ start: key.start, end: key.end, text }], touches: [pointer, child(parent, name)] };
}
