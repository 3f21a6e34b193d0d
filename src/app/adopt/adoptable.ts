import type { RevisionContent } from '../../domain/revision.ts';
import type { KeptConnector } from '../import/kept-connector.ts';

/** A connector that is published somewhere already, and what of it is published: secrets are references in both. */
export interface Adoptable {
  readonly kept: KeptConnector;
  readonly content: RevisionContent;
  /** For a person: what it came from. */
  readonly source: { readonly name: string; readonly kind: string };
}
