import { child } from '../../domain/pointer.ts';
import { addMember } from '../edits/add-member.ts';
import type { Fix } from '../fix.ts';

/** What the platform's own documentation asks for; "double" is for services that decode twice, and those say so already. */
export const pathMissingEncoding: Fix = {
  code: 'parameter/path-missing-encoding',
  mend: ({ document, pointer }) => addMember(document, child(pointer, 'in'), 'x-ms-url-encoding', 'single'),
};
