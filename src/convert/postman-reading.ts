import type { PostmanReport } from './postman-report.ts';
import type { Scope } from './postman-variables.ts';
import type { SecretVault } from './postman-vault.ts';

/** What goes along with the reading of one collection. */
export interface Reading {
  readonly report: PostmanReport;
  readonly vault: SecretVault;
  /** Values of the environments. */
  readonly scope: Scope;
}
