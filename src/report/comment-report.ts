import type { DiffReport } from './diff-report.ts';
import type { ValidateReport } from './validate-report.ts';

/**
 * The file that the check of a pull request leaves for the jobs on base code. Whoever opens a pull request decides what is in it, so
 * it is read with schemas/pull-request.schema.json and believed in nothing else.
 */
export interface PullRequestReport {
  readonly version: 1;
  /** The commit that was judged, as the event named it. */
  readonly head: string;
  readonly validate: ValidateReport;
  /** Against the base; null when the base was not in the checkout. */
  readonly diff: DiffReport | null;
  /** Of connectors with changes that break: the digest they had in the base, which an acknowledgement must name. */
  readonly bases: Readonly<Record<string, string>>;
  /** Of those of them whose acknowledgement goes to registry.yaml: the folder it must name. */
  readonly registryFolders?: Readonly<Record<string, string>>;
  /** Digest of the rule set that judged. */
  readonly rules: string;
  readonly declared: readonly ReportedDeclaration[];
}

/** What the pull request wants in one target. */
export interface ReportedDeclaration {
  readonly target: string;
  /** `tenant/subscription/region`. */
  readonly scope: string;
  readonly connectors: Readonly<Record<string, ReportedEntry>>;
}

export interface ReportedEntry {
  readonly digest: string;
  readonly stage: 'draft' | 'registered';
  readonly owners: {
    readonly users: readonly string[];
    readonly groups: readonly string[];
    readonly github: readonly string[];
  };
  readonly formerNames?: readonly string[];
  readonly origin?: { readonly converter?: string; readonly sourceSha256?: string };
}

/** Something that another job should have left: there, or not, with the reason in one sentence. */
export type Delivered<T> =
  | { readonly kind: 'there'; readonly value: T }
  | {
      readonly kind: 'missing';
      readonly why: string;
      /** GitHub did not say: it may be there. */ readonly unknown?: boolean;
    };
