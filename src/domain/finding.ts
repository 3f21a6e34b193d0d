import type { Pointer } from './pointer.ts';

export type Severity = 'error' | 'warning' | 'info';

/** `area/what-is-wrong`; the table is rule-codes.ts. */
export type RuleCode = `${RuleArea}/${string}`;
export type RuleArea =
  | 'file'
  | 'document'
  | 'metadata'
  | 'icon'
  | 'operation'
  | 'parameter'
  | 'schema'
  | 'extension'
  | 'trigger'
  | 'auth'
  | 'policy'
  | 'script'
  | 'version'
  | 'readme'
  // The rules of a team's own ruleset: named by the team, in no table of ours.
  | 'style';

/**
 * Which part of a connector a finding is about; the layout knows the file that holds it. `authored` is the OpenAPI document as its author
 * wrote it, `openapi` what is published of it: the same one unless it is 3.x.
 */
export type Part = 'openapi' | 'authored' | 'properties' | 'manifest' | 'icon' | 'script' | 'readme' | 'folder';

/** A place in a part, in the part's own terms: for `openapi` a pointer into the 2.0 document, for `properties` into the published properties. */
export interface PartPlace {
  readonly part: Part;
  readonly pointer: Pointer;
  /** Point at the key of the place instead of its value. */
  readonly key?: boolean;
  /** Where exactly in the author's file, when the place is a long text: in UTF-16 units. The pointer stays what identifies it. */
  readonly offset?: number;
}

/** A place in a file: a pointer, or for what is not a tree (or does not parse) a 0-based character offset. */
export interface FilePlace {
  /** Path from the root of the run, with `/`. */
  readonly file: string;
  readonly pointer?: Pointer;
  readonly key?: boolean;
  /** Offset in UTF-16 units into the file's text as read. */
  readonly offset?: number;
}

export type At = PartPlace | FilePlace;

/** What a rule, or the reading of a file, found. It has no severity yet: the profile decides that, but for house style. */
export interface Finding {
  readonly code: RuleCode;
  readonly at: At;
  /** One sentence, present tense, quotes the value, no final dot. */
  readonly message: string;
  /** What to do. */
  readonly hint?: string;
  readonly related?: readonly { readonly at: At; readonly message: string }[];
  /**
   * What the places share, when it is chance (the order of keys) at which of them a finding is told: it stands for the place when findings
   * are compared with those of a base.
   */
  readonly identity?: string;
  /** Only of house style (`style/…`): its ruleset decides, not the profile. */
  readonly severity?: Severity;
}
