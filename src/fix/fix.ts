import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Json } from '../domain/json.ts';
import type { Pointer } from '../domain/pointer.ts';
import type { KnownRuleCode } from '../domain/rule-codes.ts';
import type { SourceDocument } from './source-document.ts';
import type { TextEdit } from './text-edit.ts';

/** A finding and the text that it is in. */
export interface Site {
  readonly diagnostic: Diagnostic;
  /** Of the finding; "" when it has none. */
  readonly pointer: Pointer;
  /** What the author wrote there. */
  readonly value: Json | undefined;
  readonly document: SourceDocument;
  /** What else is found in the same connector. */
  readonly others: readonly Diagnostic[];
  /** Of connector.yaml, from the root of the run; undefined when the tree holds none. */
  readonly schema: string | undefined;
  /** Undefined for a finding about the tree. */
  readonly connector: Connector | undefined;
}

/** What one finding asks to be changed. */
export type Draft =
  | {
      readonly kind: 'text';
      readonly edits: readonly TextEdit[];
      /** The places whose value changes, in the document as it was: nothing outside them may. For an array it is the array. */
      readonly touches: readonly Pointer[];
    }
  | { readonly kind: 'drop-mark' }
  /** `name`: the new name in the same folder. */
  | { readonly kind: 'rename'; readonly name: string };

/**
 * The mend of one rule. It looks at the author's own text, never only at the finding, and gives undefined wherever there is more than one
 * way to mend, or the way is a guess.
 */
export interface Fix {
  readonly code: KnownRuleCode;
  readonly mend: (site: Site) => Draft | undefined;
}
