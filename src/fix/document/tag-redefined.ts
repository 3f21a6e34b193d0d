import { entriesOf, isArray, member, type Json } from '../../domain/json.ts';
import { parentOf } from '../../domain/pointer.ts';
import { removeEntry } from '../edits/remove-entry.ts';
import type { Fix } from '../fix.ts';
import { isSameJson } from '../same-json.ts';

/** The later of two tags, when the first one says all that it says. */
export const tagRedefined: Fix = {
  code: 'document/tag-redefined',
  mend: ({ document, pointer }) => {
    const entry = parentOf(pointer);
    const tags = document.valueAt(parentOf(entry));
    const tag = document.valueAt(entry);
    const first = isArray(tags) ? tags.find((one) => member(one, 'name') === member(tag, 'name')) : undefined;
    const isSaid = ([key, value]: [string, Json]): boolean => isSameJson(member(first, key), value);
    return first !== tag && entriesOf(tag).every(isSaid) ? removeEntry(document, entry) : undefined;
  },
};
