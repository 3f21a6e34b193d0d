import type { Json } from '../domain/json.ts';
import type { Severity } from '../domain/finding.ts';
import type { CheckedRuleset } from './read-ruleset.ts';

/** What the thread that holds the engine is asked; one answer each, in order. */
export type Question =
  | { readonly kind: 'prepare'; readonly key: string; readonly ruleset: CheckedRuleset }
  /** `source`: path of the document, absolute from the root of the tree, for `overrides`. */
  | { readonly kind: 'judge'; readonly key: string; readonly document: Json; readonly source: string };

export type Answer =
  | { readonly kind: 'prepared' }
  | { readonly kind: 'refused'; readonly problems: readonly EngineProblem[] }
  | { readonly kind: 'judged'; readonly results: readonly EngineResult[] }
  | { readonly kind: 'failed'; readonly why: string };

/** Where in a ruleset's file the engine sees a mistake. */
export interface EngineProblem {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** One thing that a rule found. */
export interface EngineResult {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly documentationUrl?: string;
}
