import type { Pointer } from '../domain/pointer.ts';

/** What is wrong, in the words of JSON Schema; `duplicate` is for what must be there once and is there twice. */
export type ProblemKeyword =
  | 'type'
  | 'required'
  | 'additionalProperties'
  | 'enum'
  | 'pattern'
  | 'minimum'
  | 'maximum'
  | 'minItems'
  | 'duplicate';

/** One place where a document is not what its schema wants. */
export interface SchemaProblem {
  /** The value that is wrong; for `required` the object that lacks `property`. */
  readonly pointer: Pointer;
  readonly keyword: ProblemKeyword;
  /** The key at `pointer` is wrong, not its value. */
  readonly key?: true;
  /** Position of the value, from 0, when it is an entry of a list. */
  readonly index?: number;
  /** `required`: the key that is missing. */
  readonly property?: string;
  /**
   * `type`: names of types. `enum`: values as text. `additionalProperties`: the keys that the object may have, besides free ones.
   * `pattern`: a phrase such as "a GUID". `minimum`, `maximum`, `minItems`: the limit. `duplicate`: a phrase for what is there twice.
   */
  readonly expected?: readonly string[] | string;
  /** `type`: the type that is there. Otherwise the value as JSON, at most 80 characters of it, without secrets; nothing for `required`, and for what may be one as a whole. */
  readonly actual?: string;
}
