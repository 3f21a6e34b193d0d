import type { Json } from '../domain/json.ts';

/** What an import came to. The JSON form is versioned, and only ever added to. */
export interface ImportReport {
  readonly version: 1;
  readonly connector: string;
  /** As it is shown: from the working folder. */
  readonly folder: string;
  readonly source: { readonly name: string; readonly kind: string };
  /** Names in the folder. */
  readonly files: readonly string[];
  readonly title: string;
  readonly operations: number;
  readonly losses: readonly ImportedPlace[];
  /** Each single one of what the notes tell together. */
  readonly details?: readonly ImportedPlace[];
  /** What a person should know and that is no loss. */
  readonly notes: readonly string[];
  /** How many findings of the source were mended. */
  readonly mended: number;
  /** What keeps the folder from being published. */
  readonly errors: readonly ImportFinding[];
  /** What certification would ask for besides. */
  readonly todo: readonly ImportFinding[];
  readonly next: readonly string[];
  /** Only for a source that was imported before. */
  readonly merged?: MergedReport;
  /** Address of the pull request that was opened. */
  readonly pullRequest?: string;
}

/** Something to say about one place of the source. */
export interface ImportedPlace {
  readonly pointer: string;
  readonly construct: string;
  readonly message: string;
  readonly hint?: string;
}

export interface ImportFinding {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** How many places have it; the message is about the first. */
  readonly count: number;
}

/** What an import changed in a folder that an earlier one made. */
export interface MergedReport {
  /** Names of the files that are different now. */
  readonly changed: readonly string[];
  /** Operations by their ids. */
  readonly operations: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  };
  /** Places that were edited by hand and that the source changed too; what was edited stays. */
  readonly conflicts: readonly ImportConflict[];
}

export interface ImportConflict {
  /** As it is shown. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
  readonly message: string;
  /** What stays; absent for what was removed by hand. */
  readonly yours?: Json;
  /** What the source has; absent for what it does not have any more. */
  readonly source?: Json;
}
