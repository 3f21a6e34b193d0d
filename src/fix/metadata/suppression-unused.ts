import { isArray } from '../../domain/json.ts';
import { isKnownRuleCode } from '../../domain/known-rule-code.ts';
import { child, parentOf } from '../../domain/pointer.ts';
import { removeEntry } from '../edits/remove-entry.ts';
import type { Fix } from '../fix.ts';

/** An entry that hides nothing, unless what it may have meant to hide is still found in the connector. */
export const suppressionUnused: Fix = {
  code: 'metadata/suppression-unused',
  mend: ({ document, pointer, others }) => {
    const entry = parentOf(pointer);
    const rule = document.valueAt(child(entry, 'rule'));
    if (typeof rule !== 'string' || !isKnownRuleCode(rule) || others.some(({ code }) => code === rule))
      return undefined;
    const list = parentOf(entry);
    const isOnly = isArray(document.valueAt(list)) && document.valueAt(child(list, 1)) === undefined;
    return removeEntry(document, isOnly ? list : entry);
  },
};
