import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { addMember } from '../edits/add-member.ts';
import { replaceValue } from '../edits/replace-value.ts';
import type { Fix } from '../fix.ts';

/** The platform fills the address in, whoever sees it. */
export const notificationUrlNotInternal: Fix = {
  code: 'trigger/notification-url-not-internal',
  mend: ({ document, pointer, value }) =>
    member(value, KEY) === undefined
      ? addMember(document, child(pointer, 'x-ms-notification-url'), KEY, 'internal')
      : replaceValue(document, child(pointer, KEY), 'internal'),
};

const KEY = 'x-ms-visibility';
