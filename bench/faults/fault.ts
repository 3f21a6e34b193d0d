import type { Pointer } from '../../src/domain/pointer.ts';
import type { KnownRuleCode } from '../../src/domain/rule-codes.ts';
import type { Draft } from './draft.ts';

/** Where a fault has to be reported: a place in a document as it is written, or the line of a text in a file; without a text, the first. */
export type Spot =
  | { readonly file: string; readonly pointer: Pointer }
  | { readonly file: string; readonly text?: string };

/** Puts exactly one fault into a connector and says where it is; undefined when this connector cannot carry it. */
export type Inject = (draft: Draft) => Spot | undefined;

export interface Fault {
  readonly inject: Inject;
  /** What the connector gets before it is judged without the fault: something sound that the copies of real connectors lack. */
  readonly given?: (draft: Draft) => void;
  /** The form in which the connector is written; Microsoft's unless said. */
  readonly form?: Form;
  /** Codes that this fault brings about by necessity, each with the reason. */
  readonly follows?: Readonly<Partial<Record<KnownRuleCode, string>>>;
}

/** Microsoft's two JSON files; ours, with openapi.json and connector.yaml; ours with an OpenAPI document in 3.0. */
export type Form = 'microsoft' | 'native' | 'openapi-3';

export type FaultTable = Readonly<Partial<Record<KnownRuleCode, Inject | Fault>>>;

export function faultOf(entry: Inject | Fault): Fault {
  return typeof entry === 'function' ? { inject: entry } : entry;
}
