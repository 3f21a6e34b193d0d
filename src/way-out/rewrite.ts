import { isArray, isObject, type Json } from '../domain/json.ts';
import { child, parentOf, type Pointer } from '../domain/pointer.ts';
import { applyEdits, type TextEdit } from '../fix/text-edit.ts';
import { sourceDocument, type SourceDocument } from '../fix/source-document.ts';
import { isSameJson } from '../fix/same-json.ts';
import { editElements } from './rewrite-elements.ts';
import { editMembers } from './rewrite-members.ts';
import { replaceNode } from './rewrite-node.ts';
import { cutOut, isWrittenAlike, type Origins } from './origin.ts';
import { indented, isBlock, mannerOf, writtenFlow, writtenMember, writtenValue, type Manner } from './written-value.ts';

/** What a rewrite of one text works on. */
export interface Rewriting {
  readonly document: SourceDocument;
  readonly manner: Manner;
  readonly origins: Origins;
  readonly edits: TextEdit[];
}

/**
 * The text of a document with another value in it, and everything else as its author wrote it: comments, order, style. `origins` says
 * where the value at a place was written before. Undefined where the text leaves no way to do it.
 */
export function rewrite(document: SourceDocument, desired: Json, origins?: Origins): string | undefined {
  return rewritten(document, desired, origins)?.text;
}

export interface Rewritten {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** The same, with what is done to the text. */
export function rewritten(
  document: SourceDocument,
  desired: Json,
  origins: Origins = new Map(),
): Rewritten | undefined {
  const current = document.value();
  if (document.format === undefined || current === undefined) return undefined;
  const edits: TextEdit[] = [];
  const rewriting = { document, manner: mannerOf(document.text, document.format), origins, edits };
  if (!editValue(rewriting, '', current, desired)) return undefined;
  const text = applyEdits(document.text, edits);
  const after = sourceDocument(document.file, text).value();
  return isSameJson(after, desired) ? { text, edits } : undefined;
}

/** False when a place cannot be found in the text. */
export function editValue(rewriting: Rewriting, pointer: Pointer, current: Json, desired: Json): boolean {
  if (rewriting.origins.has(pointer)) return replaceNode(rewriting, pointer, desired);
  if (isSameJson(current, desired)) return true;
  if (isAlias(rewriting.document, pointer)) return replaceNode(rewriting, pointer, desired);
  if (isObject(current) && isObject(desired)) return editMembers(rewriting, pointer, current, desired);
  if (isArray(current) && isArray(desired)) return editElements(rewriting, pointer, current, desired);
  return replaceNode(rewriting, pointer, desired);
}

/** The text of a value at a place: that of its origin as far as it can be kept, or a new one. From column 0 on. */
export function textFor(rewriting: Rewriting, pointer: Pointer, desired: Json): string {
  const { document, manner, origins } = rewriting;
  const origin = origins.get(pointer);
  const source = origin !== undefined && isWrittenAlike(origin.document, document) ? cutOut(origin) : undefined;
  const kept = (source === undefined ? undefined : rewrite(source, desired)) ?? composed(rewriting, pointer, desired);
  if (manner.format === 'json' || !isInFlow(document, pointer)) return kept ?? writtenValue(desired, manner);
  return kept !== undefined && !isBlock(desired, kept) && !kept.includes('\n') ? kept : writtenFlow(desired);
}

/** A new object of which parts were written before; undefined when none was. */
function composed(rewriting: Rewriting, pointer: Pointer, desired: Json): string | undefined {
  const { manner, origins } = rewriting;
  const isWritten = [...origins.keys()].some((place) => place.startsWith(`${pointer}/`));
  if (!isWritten || !isObject(desired)) return undefined;
  const members = Object.entries(desired).map(([key, value]) =>
    writtenMember(key, value, textFor(rewriting, child(pointer, key), value), manner),
  );
  if (manner.format === 'yaml') return members.join('\n');
  const lines = members.map((one) => indented(one, manner.unit));
  return manner.unit === '' ? `{${lines.join(',')}}` : `{\n${lines.join(',\n')}\n}`;
}

/** Whether a place is inside brackets or braces, where nothing can stand on lines of its own. */
function isInFlow(document: SourceDocument, pointer: Pointer): boolean {
  for (let above = pointer; above !== '';) {
    above = parentOf(above);
    const node = document.nodeAt(above);
    if (node !== undefined && /[[{]/.test(document.text.charAt(node.start))) return true;
  }
  return false;
}

/** What YAML writes elsewhere must not be edited there. */
function isAlias(document: SourceDocument, pointer: Pointer): boolean {
  const node = document.nodeAt(pointer);
  return node !== undefined && document.format === 'yaml' && document.text[node.start] === '*';
}
