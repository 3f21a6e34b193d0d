/** What `connectors diff --fix-plan --format json` prints: versioned, only ever added to. */
export interface FixPlanReport {
  readonly version: 1;
  /** Whether the files hold it now. */
  readonly written: boolean;
  /** Breaking changes that nobody acknowledged, and how many of them would be left. */
  readonly breaking: number;
  readonly left: number;
  readonly connectors: readonly ConnectorFixPlan[];
}

export interface ConnectorFixPlan {
  readonly connector: string;
  readonly operations: readonly OperationFix[];
  /** What only a person can do. */
  readonly advice: readonly FixAdvice[];
  /** Of each file that would change, `patch` in the form of `diff -u`. */
  readonly files: readonly { readonly file: string; readonly patch: string }[];
}

/**
 * `restore`: it comes back, deprecated. `deprecate`: it is deprecated and not hidden. `keep-id`: it gets back its id. `new-version`: it stays
 * as it was, deprecated, and what it became is the next revision of its family.
 */
export interface OperationFix {
  readonly operationId: string;
  readonly way: 'restore' | 'deprecate' | 'keep-id' | 'new-version';
  readonly newOperationId?: string;
  /** Of the new version. */
  readonly path?: string;
  /** Where calls of that path go, by a policy; `path` exists for makers only. */
  readonly routedTo?: string;
  /** What remains to be done for it by hand. */
  readonly notes?: readonly string[];
}

export interface FixAdvice {
  readonly kind: string;
  readonly operationId?: string;
  readonly message: string;
  readonly hint: string;
}
