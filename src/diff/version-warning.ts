import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import { member, stringMember } from '../domain/json.ts';
import { makeChange } from './draft.ts';
import { quote } from './wording.ts';

/** The warning that `info.version` stays while something breaks; nothing when it moved, is missing, or nothing breaks. */
export function versionWarning(before: Connector, after: Connector, changes: readonly Change[]): Change[] {
  // Another name of the connector says nothing of what its definition is.
  const own = changes.filter(({ part }) => part !== 'folder');
  const breaking = own.filter((change) => change.class === 'breaking' || change.class === 'forbidden').length;
  const [from, to] = [before, after].map(({ openapi }) => stringMember(member(openapi?.value, 'info'), 'version'));
  if (breaking === 0 || from === undefined || from !== to) return [];
  const what = breaking === 1 ? 'a change breaks' : `${breaking} changes break`;
  const message = `Version ${quote(from)} does not move, although ${what} what uses the connector`;
  const place = { part: 'openapi', pointer: '/info/version' } as const;
  return [makeChange(after.id, { kind: 'version-not-moved', place, about: [from], message })];
}
