/** Why a run cannot go on, in the terms of the exit code table. */
export type FailureKind = 'usage' | 'nothing-to-check' | 'refused' | 'conflict' | 'unavailable' | 'interrupted';

export const EXIT_CODES: Readonly<Record<FailureKind, number>> = {
  usage: 2,
  'nothing-to-check': 3,
  refused: 5,
  conflict: 6,
  unavailable: 7,
  interrupted: 130,
};

/** An expected end: about the call or the world, never about the user's connectors (those are diagnostics). Only entry points catch it. */
export class Failure extends Error {
  readonly kind: FailureKind;
  /** What to do, one sentence. */
  readonly hint: string | undefined;

  constructor(kind: FailureKind, message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.hint = options.hint;
  }
}
