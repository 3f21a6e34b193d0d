import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { addMember } from '../edits/add-member.ts';
import type { Fix } from '../fix.ts';

/** The scopes, when nothing is said of any: the form wants an empty object there. */
export const securitySchemeProperty: Fix = {
  code: 'auth/security-scheme-property',
  mend: ({ document, pointer, value }) => {
    if (member(value, 'type') !== 'oauth2' || member(value, 'scopes') !== undefined) return undefined;
    return addMember(document, child(pointer, 'flow'), 'scopes', {});
  },
};
