import type { Scope } from '../../domain/scope.ts';

/** A scope as a tenant's own handle names it: the tenant is the handle's, so that no caller can put in another. */
export type TenantScope = Omit<Scope, 'tenant'>;
