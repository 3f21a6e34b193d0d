import type { FilePlace, RuleCode, Severity } from './finding.ts';

/** A finding with its severity, its file and its identity: what reports show. Lines are resolved later, by `report`. */
export interface Diagnostic {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** The connector's id; empty for a finding about the tree itself. */
  readonly connector: string;
  readonly at: FilePlace;
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly { readonly at: FilePlace; readonly message: string }[];
  /** 16 hexadecimal digits over code, connector and the place in the document's own terms: survives reformatting and rewording. */
  readonly fingerprint: string;
  readonly fixable: boolean;
  /** With a base: whether it was not there before. */
  readonly new?: boolean;
}
