import type { Connector } from '../domain/connector.ts';
import { isObject } from '../domain/json.ts';
import { sourceDocument } from '../fix/source-document.ts';
import { desiredPolicies } from './desired-policies.ts';
import { policiesOf, withPolicies } from './policy-list.ts';
import type { Solved } from './renew-operation.ts';
import { rewritten, type Rewritten } from './rewrite.ts';

/** `absent`: the connector has no such file, so that nothing can be said in it. `stuck`: it is written so that it cannot be edited. */
export type PropertiesText =
  | { readonly kind: 'same' }
  | ({ readonly kind: 'changed'; readonly file: string } & Rewritten)
  | { readonly kind: 'absent' | 'stuck' };

/** The file of policies and custom code, with what the solved operations need in it. */
export function propertiesText(before: Connector, after: Connector, solved: readonly Solved[]): PropertiesText {
  const file = after.properties?.file;
  const text = file === undefined ? undefined : after.texts.get(file);
  const { policies, scriptOperations } = desiredPolicies(before, after, solved);
  const former = policiesOf(after).map(({ value }) => value);
  const isSame =
    policies.length === former.length &&
    policies.every((policy, index) => policy === former[index]) &&
    JSON.stringify(scriptOperations) === JSON.stringify(after.properties?.value['scriptOperations']);
  if (isSame) return { kind: 'same' };
  if (file === undefined || text === undefined) return { kind: 'absent' };
  const document = sourceDocument(file, text);
  const authored = document.value();
  const desired = isObject(authored) ? withPolicies(after, authored, { policies, scriptOperations }) : undefined;
  const result = desired === undefined ? undefined : rewritten(document, desired);
  return result === undefined ? { kind: 'stuck' } : { kind: 'changed', file, ...result };
}
