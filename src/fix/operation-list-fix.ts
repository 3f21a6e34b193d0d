import { isArray } from '../domain/json.ts';
import { parentOf } from '../domain/pointer.ts';
import type { KnownRuleCode } from '../domain/rule-codes.ts';
import { nearest } from '../rules/did-you-mean.ts';
import { removeEntry } from './edits/remove-entry.ts';
import { replaceValue } from './edits/replace-value.ts';
import type { Fix } from './fix.ts';
import { operationIdsOf } from './operation-id-fix.ts';
import { spelledRight } from './value-fix.ts';

/**
 * A fix for lists of operations, which name one that is not there: spelled right where only capital letters differ; left out where no
 * operation has a similar name and others remain. An empty list would mean all of them.
 */
export function operationListFix(code: KnownRuleCode): Fix {
  return {
    code,
    mend: (site) => {
      const { document, pointer, value } = site;
      const ids = operationIdsOf(site);
      const list = document.valueAt(parentOf(pointer));
      if (typeof value !== 'string' || !isArray(list)) return undefined;
      const meant = spelledRight(value, ids);
      if (meant !== undefined && !list.includes(meant)) return replaceValue(document, pointer, meant);
      const isClear = meant !== undefined || nearest(value, ids) === undefined;
      const remains = list.some((one) => typeof one === 'string' && ids.includes(one));
      return isClear && remains ? removeEntry(document, pointer) : undefined;
    },
  };
}
