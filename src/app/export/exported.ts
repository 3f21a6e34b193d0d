import type { Loss } from '../../convert/openapi-3-to-2.ts';

/** A connector in somebody else's form. */
export interface Exported {
  /** Bytes by name in the folder that is written: plain names. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What the form cannot say. Pointers are into the author's files. */
  readonly losses: readonly Loss[];
}
