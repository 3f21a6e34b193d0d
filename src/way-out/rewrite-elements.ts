import type { Json, JsonArray } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { lineStart, nextLine } from '../fix/edits/lines.ts';
import { editValue, textFor, type Rewriting } from './rewrite.ts';
import { editNamedElements } from './rewrite-named-elements.ts';
import { replaceNode } from './rewrite-node.ts';
import { hanging, indented, writtenElement } from './written-value.ts';

/** Edits a list in its elements, adds and takes away those that name themselves; another one that gets shorter is written anew. */
export function editElements(rewriting: Rewriting, pointer: Pointer, current: JsonArray, desired: JsonArray): boolean {
  const ahead = rewriting.edits.length;
  if (editNamedElements(rewriting, pointer, current, desired)) return true;
  rewriting.edits.length = ahead;
  return editByPosition(rewriting, pointer, current, desired);
}

function editByPosition(rewriting: Rewriting, pointer: Pointer, current: JsonArray, desired: JsonArray): boolean {
  if (current.length === 0 || desired.length < current.length) return replaceNode(rewriting, pointer, desired);
  const added = desired.slice(current.length);
  const ahead = rewriting.edits.length;
  const areEdited = current.every((value, index) =>
    editValue(rewriting, child(pointer, index), value, desired[index] ?? null),
  );
  if (!areEdited || added.length === 0 || append(rewriting, pointer, current.length, added)) return areEdited;
  rewriting.edits.length = ahead;
  return replaceNode(rewriting, pointer, desired);
}

function append(rewriting: Rewriting, pointer: Pointer, from: number, added: readonly Json[]): boolean {
  const { document, manner, edits } = rewriting;
  const { text } = document;
  const last = document.nodeAt(child(pointer, from - 1));
  const list = document.nodeAt(pointer);
  if (last === undefined || list === undefined) return false;
  const isFlow = manner.format === 'json' || text[list.start] === '[';
  const line = text.slice(lineStart(text, last.start), last.start);
  const texts = added.map((value, index) => textFor(rewriting, child(pointer, from + index), value));
  if (isFlow) {
    const ownLine = /^[ \t]*$/.test(line);
    const separator = ownLine
      ? `,${manner.lineBreak}${line}`
      : manner.unit === '' && manner.format === 'json'
        ? ','
        : ', ';
    const indentation = /^[ \t]*/.exec(line)?.[0] ?? '';
    const joined = texts
      .map((one) => separator + hanging(one, indentation).replaceAll('\n', manner.lineBreak))
      .join('');
    edits.push({ start: last.end, end: last.end, text: joined });
    return true;
  }
  const dash = /^( *)- +$/.exec(line)?.[1];
  const start = nextLine(text, last.end);
  if (dash === undefined || !/^[ \t]*(?:#.*)?\r?\n?$/.test(text.slice(last.end, start))) return false;
  const lines = texts
    .map((one) => `${indented(writtenElement(one, manner), dash)}\n`.replaceAll('\n', manner.lineBreak))
    .join('');
  const isEnd = text[start - 1] !== '\n';
  edits.push({ start, end: start, text: isEnd ? manner.lineBreak + lines.slice(0, -manner.lineBreak.length) : lines });
  return true;
}
