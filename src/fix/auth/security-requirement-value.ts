import { isArray, member } from '../../domain/json.ts';
import { pointerTo, tokensOf } from '../../domain/pointer.ts';
import { replaceTree } from '../edits/replace-value.ts';
import type { Fix } from '../fix.ts';

/** Scopes are for OAuth 2 alone: of other definitions they ask nothing. A scope that is not declared is left to its author. */
export const securityRequirementValue: Fix = {
  code: 'auth/security-requirement-value',
  mend: ({ document, pointer, value }) => {
    const definition = document.valueAt(pointerTo('securityDefinitions', tokensOf(pointer).at(-1) ?? ''));
    const type = member(definition, 'type');
    return isArray(value) && (type === 'basic' || type === 'apiKey') ? replaceTree(document, pointer, '[]') : undefined;
  },
};
