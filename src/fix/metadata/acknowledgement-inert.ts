import { isArray } from '../../domain/json.ts';
import { child, parentOf } from '../../domain/pointer.ts';
import { removeEntry } from '../edits/remove-entry.ts';
import type { Draft, Fix, Site } from '../fix.ts';

/** The entry goes, and with the last one the list. */
export const acknowledgementInert = {
  code: 'metadata/acknowledgement-inert',
  mend: ({ document, pointer }: Pick<Site, 'document' | 'pointer'>): Draft | undefined => {
    const list = parentOf(pointer);
    const isOnly = isArray(document.valueAt(list)) && document.valueAt(child(list, 1)) === undefined;
    return removeEntry(document, isOnly ? list : pointer);
  },
} as const satisfies Fix;
