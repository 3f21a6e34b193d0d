import { member } from '../../domain/json.ts';
import { child, parentOf, type Pointer } from '../../domain/pointer.ts';
import type { Range } from '../../places/source-node.ts';
import type { Draft } from '../fix.ts';
import type { SourceDocument } from '../source-document.ts';
import type { TextEdit } from '../text-edit.ts';
import { lineBreakAt, lineStart, nextLine, skipBlank, skipBlankBack } from './lines.ts';
import { yamlScalar } from './yaml-scalar.ts';

type Added = string | boolean | Readonly<Record<string, never>>;

/** Adds a member behind another one that stands on one line, spaced as that one. Undefined when the key is there, or the text leaves no place. */
export function addMember(document: SourceDocument, sibling: Pointer, key: string, value: Added): Draft | undefined {
  const parent = parentOf(sibling);
  const node = document.nodeAt(sibling);
  if (node?.key === undefined || member(document.valueAt(parent), key) !== undefined) return undefined;
  const { text, format } = document;
  const written = text.slice(node.key.start, node.end);
  if (/[\r\n]/.test(written)) return undefined;
  const colon = /^\s*:\s*/.exec(text.slice(node.key.end, node.end))?.[0] ?? ': ';
  const isFlow = format === 'json' || /^[,}]/.test(text.slice(skipBlank(text, node.end)));
  const place = { start: node.key.start, end: node.end };
  const edit = isFlow
    ? inFlow(text, place, memberText(key, value, colon, text[node.key.start] === '"'))
    : inBlock(text, place, memberText(key, value, ': ', false));
  return { kind: 'text', edits: [edit], touches: [child(parent, key)] };
}

function memberText(key: string, value: Added, colon: string, isJson: boolean): string {
  if (isJson) return `${JSON.stringify(key)}${colon}${JSON.stringify(value)}`;
  return `${key}${colon}${typeof value === 'object' ? '{}' : yamlScalar(value, '')}`;
}

function inFlow(text: string, { start, end }: Range, added: string): TextEdit {
  const before = text.slice(skipBlankBack(text, start), start);
  const space = before.includes('\n')
    ? `${lineBreakAt(text, start)}${text.slice(lineStart(text, start), start)}`
    : /:\s/.test(added)
      ? ' '
      : '';
  return { start: end, end, text: `,${space}${added}` };
}

function inBlock(text: string, { start, end }: Range, added: string): TextEdit {
  const indentation = ' '.repeat(start - lineStart(text, start));
  const at = nextLine(text, end);
  const lineBreak = lineBreakAt(text, at);
  const hasEnd = text[at - 1] === '\n';
  return {
    start: at,
    end: at,
    text: hasEnd ? `${indentation}${added}${lineBreak}` : `${lineBreak}${indentation}${added}`,
  };
}
