import type { Source } from '../../domain/release.ts';
import type { AuditEntry } from './audit-log.ts';
import type { TenantScope } from './tenant-scope.ts';

/** Which workflow of which repository may get a token for a scope. Ids decide; the name is for messages, because names can be taken over. */
export interface Binding {
  readonly id: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  /** `owner/name` when it was bound. */
  readonly repository: string;
  /** Path of the workflow file in the repository: `.github/workflows/publish.yml`. */
  readonly workflow: string;
  /** `refs/heads/main`. */
  readonly ref: string;
  /** Only jobs in this environment, in any case of letters; undefined: any job. */
  readonly environment: string | undefined;
  readonly role: 'reader' | 'publisher';
  readonly source: Source;
  readonly scope: TenantScope;
}

export interface BindingStore {
  readonly add: (binding: Binding, audit: AuditEntry) => Promise<void>;
  /** Ordered by id. */
  readonly list: () => Promise<readonly Binding[]>;
  readonly ofScope: (scope: TenantScope) => Promise<readonly Binding[]>;
  /** False, and nothing written, when there is none. */
  readonly remove: (id: string, audit: AuditEntry) => Promise<boolean>;
}
