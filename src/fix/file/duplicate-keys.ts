import { removedRange } from '../edits/remove-entry.ts';
import type { Draft, Fix, Site } from '../fix.ts';

/**
 * Takes out the last of two equal keys, and says that no value changes by it: so this mends nothing but a member that is repeated whole.
 * With two values nobody knows which one was meant.
 */
function mend({ document, pointer, diagnostic: { at } }: Site): Draft | undefined {
  const node = document.nodeAt(pointer);
  if (node?.key === undefined || node.key.start !== at.offset) return undefined;
  const range = removedRange(document, { start: node.key.start, end: Math.max(node.end, node.key.end) });
  return range && { kind: 'text', edits: [{ ...range, text: '' }], touches: [] };
}

export const jsonDuplicateKeys: Fix = { code: 'file/json-duplicate-keys', mend };
export const yamlDuplicateKeys: Fix = { code: 'file/yaml-duplicate-keys', mend };
