import type { Owners } from './release.ts';
import type { Region, Scope, SubscriptionId, TenantId } from './scope.ts';

export type Role = 'reader' | 'publisher' | 'reviewer' | 'operator';

/** Who asks, as the server verified it. `anonymous` sees what is certified and nothing else. */
export type Caller = AnonymousCaller | KnownCaller;

export interface AnonymousCaller {
  readonly kind: 'anonymous';
}

export interface KnownCaller {
  readonly kind: 'known';
  readonly tenant: TenantId;
  /** Entra object id, GitHub numeric id (`github:<id>`) or the name of a token. */
  readonly subject: string;
  readonly groups: readonly string[];
  readonly role: Role;
  /** Subscriptions granted, each in the named region or in any. */
  readonly grants: readonly Grant[];
}

export interface Grant {
  readonly subscription: SubscriptionId;
  readonly region: Region | '*';
}

/** The rule of the original document: same tenant, and an owner, or granted the subscription in that region. Certified comes on top. */
export function isVisible(caller: Caller, scope: Scope, owners: Owners): boolean {
  if (caller.kind === 'anonymous' || caller.tenant !== scope.tenant) return false;
  return caller.role === 'operator' || isOwner(caller, owners) || isGranted(caller, scope);
}

export function isGranted(caller: KnownCaller, scope: Scope): boolean {
  return caller.grants.some(
    (grant) => grant.subscription === scope.subscription && (grant.region === '*' || grant.region === scope.region),
  );
}

function isOwner(caller: KnownCaller, owners: Owners): boolean {
  const { subject } = caller;
  if (subject.startsWith('github:')) return owners.github.includes(subject.slice('github:'.length));
  return owners.users.includes(subject) || owners.groups.some((group) => caller.groups.includes(group));
}
