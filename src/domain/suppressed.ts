import type { Suppression } from './connector.ts';
import type { Diagnostic } from './diagnostic.ts';

/** A finding that somebody accepted until a day: counted and shown apart, and nothing fails because of it. */
export interface Suppressed {
  readonly diagnostic: Diagnostic;
  readonly suppression: Suppression;
}
