import type { Pointer } from '../domain/pointer.ts';
import { endWithComment, lineStart } from '../fix/edits/lines.ts';
import { sourceDocument, type SourceDocument } from '../fix/source-document.ts';
import { mannerOf } from './written-value.ts';

/** Where a value was written before, by a person: its text, with comments and in its style, is better than a new one. */
export interface Origin {
  readonly document: SourceDocument;
  readonly pointer: Pointer;
}

/**
 * The text of an origin as a document of its own, from column 0 on. Undefined when it cannot be cut out: it is not there, or it names
 * what stands elsewhere (aliases of YAML).
 */
export function cutOut({ document, pointer }: Origin): SourceDocument | undefined {
  const node = document.nodeAt(pointer);
  if (node === undefined || document.format === undefined || node.start === node.key?.start) return undefined;
  const { text } = document;
  const isBlock = document.format === 'yaml' && text.slice(node.start, node.end).includes('\n');
  const written = text.slice(node.start, isBlock ? endWithComment(text, node.end) : node.end).replaceAll('\r\n', '\n');
  if (
    document.format === 'yaml' &&
    /(?:^|[\s[{,-])[&*!][^\s,\]}]/.test(text.slice(node.key?.end ?? node.start, node.end))
  )
    return undefined;
  const line = text.slice(lineStart(text, node.start), node.start);
  const column = document.format === 'yaml' && isOwnLine(line) ? line : (/^[ \t]*/.exec(line)?.[0] ?? '');
  return sourceDocument(document.file, outdented(written, ' '.repeat(column.length), column));
}

/** Nothing but indentation and dashes of sequences before it. */
function isOwnLine(line: string): boolean {
  return /^[ ]*(?:- +)*$/.test(line);
}

function outdented(text: string, spaces: string, column: string): string {
  return text
    .split('\n')
    .map((line, index) => {
      if (index === 0) return line;
      if (line.startsWith(spaces)) return line.slice(spaces.length);
      return line.startsWith(column) ? line.slice(column.length) : line.trimStart();
    })
    .join('\n');
}

/** Whether text of one document can be put into the other as it is. */
export function isWrittenAlike(one: SourceDocument, two: SourceDocument): boolean {
  if (one.format === undefined || one.format !== two.format) return false;
  return one.format === 'yaml' || (mannerOf(one.text, 'json').unit === '') === (mannerOf(two.text, 'json').unit === '');
}

export type Origins = ReadonlyMap<Pointer, Origin>;
