import type { KnownRuleCode } from '../domain/rule-codes.ts';
import { removeEntry } from './edits/remove-entry.ts';
import type { Fix, Site } from './fix.ts';

/** A fix that takes out what the finding names, where that says nothing. */
export function removalFix(code: KnownRuleCode, saysNothing: (site: Site) => boolean = () => true): Fix {
  return {
    code,
    mend: (site) => (saysNothing(site) ? removeEntry(site.document, site.pointer) : undefined),
  };
}
