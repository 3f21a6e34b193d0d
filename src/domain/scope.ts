declare const brand: unique symbol;
export type TenantId = string & { readonly [brand]: 'TenantId' };
export type SubscriptionId = string & { readonly [brand]: 'SubscriptionId' };
export type Region = string & { readonly [brand]: 'Region' };

/** Where something is published. */
export interface Scope {
  readonly tenant: TenantId;
  readonly subscription: SubscriptionId;
  readonly region: Region;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A GUID in either case, without braces; kept in lower case, so that one tenant has one spelling. */
export function parseTenantId(text: string): TenantId | undefined {
  const lower = text.toLowerCase();
  return GUID.test(lower) ? (lower as TenantId) : undefined;
}

/** A GUID in either case, without braces; kept in lower case. */
export function parseSubscriptionId(text: string): SubscriptionId | undefined {
  const lower = text.toLowerCase();
  return GUID.test(lower) ? (lower as SubscriptionId) : undefined;
}

/** Azure's programmatic name of a region ("westeurope"). "West Europe" is accepted and folded to it. */
export function parseRegion(text: string): Region | undefined {
  const folded = text.toLowerCase().replaceAll(' ', '');
  return /^[a-z][a-z0-9-]{1,40}$/.test(folded) ? (folded as Region) : undefined;
}

/** `tenant/subscription/region`, or undefined. */
export function parseScope(text: string): Scope | undefined {
  const [first = '', second = '', third = '', ...rest] = text.split('/');
  const tenant = parseTenantId(first);
  const subscription = parseSubscriptionId(second);
  const region = parseRegion(third);
  if (tenant === undefined || subscription === undefined || region === undefined || rest.length > 0) return undefined;
  return { tenant, subscription, region };
}

export function scopeText(scope: Scope): string {
  return `${scope.tenant}/${scope.subscription}/${scope.region}`;
}
