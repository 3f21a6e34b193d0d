import { entriesOf, isArray, isObject } from '../domain/json.ts';
import { parentOf, tokensOf } from '../domain/pointer.ts';
import type { KnownRuleCode } from '../domain/rule-codes.ts';
import { removeEntry } from './edits/remove-entry.ts';
import { renameKey } from './edits/rename-key.ts';
import type { Fix, Site } from './fix.ts';
import { spelledRight } from './value-fix.ts';

/**
 * A fix for requirements of a security definition that is not there: spelled right where only capital letters differ; left out where the
 * document has no security definition at all, so that no requirement can mean one.
 */
export function requirementFix(code: KnownRuleCode): Fix {
  return {
    code,
    mend: (site) => {
      const { document, pointer } = site;
      const defined = entriesOf(document.valueAt('/securityDefinitions')).map(([name]) => name);
      const meant = spelledRight(tokensOf(pointer).at(-1), defined);
      if (meant !== undefined) return renameKey(document, pointer, meant);
      return defined.length === 0 && isOpenApi2(site) ? removeEntry(document, listAround(site)) : undefined;
    },
  };
}

function isOpenApi2({ document }: Site): boolean {
  return document.valueAt('/swagger') !== undefined;
}

/** The whole list: of what is not defined, each of its requirements asks for nothing. */
function listAround({ document, pointer }: Site): string {
  const list = parentOf(parentOf(pointer));
  const value = document.valueAt(list);
  return isArray(value) && value.every(isObject) ? list : pointer;
}
