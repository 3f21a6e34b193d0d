import { isArray } from '../../domain/json.ts';
import { tokensOf, type Pointer } from '../../domain/pointer.ts';
import { addMember } from '../edits/add-member.ts';
import { renameKey } from '../edits/rename-key.ts';
import type { Draft, Fix } from '../fix.ts';
import type { SourceDocument } from '../source-document.ts';

/** OpenAPI 3.0's word, and 3.1's list with "null" in it, in the words of 2.0. */
export const nullable: Fix = {
  code: 'schema/nullable',
  mend: ({ document, pointer, value }) => {
    if (tokensOf(pointer).at(-1) === 'nullable') return renameKey(document, pointer, 'x-nullable');
    const node = document.nodeAt(pointer);
    const [type, ...others] = isArray(value) ? value.filter((one) => one !== 'null') : [];
    if (node === undefined || typeof type !== 'string' || others.length > 0 || !isArray(value) || value.length !== 2) {
      return undefined;
    }
    const written = document.text.slice(node.start, node.end);
    return /^\[[^\r\n#]*\]$/.test(written) ? inWordsOf2(document, pointer, type) : undefined;
  },
};

function inWordsOf2(document: SourceDocument, pointer: Pointer, type: string): Draft | undefined {
  const node = document.nodeAt(pointer);
  const added = addMember(document, pointer, 'x-nullable', true);
  if (node === undefined || added?.kind !== 'text') return undefined;
  const text = document.format === 'json' ? JSON.stringify(type) : type;
  return {
    kind: 'text',
    edits: [{ start: node.start, end: node.end, text }, ...added.edits],
    touches: [pointer, ...added.touches],
  };
}
