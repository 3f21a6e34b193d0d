/** One sort of secret that can be told by its form. */
export interface SecretKind {
  /** With its article: `a GitHub token`. */
  readonly name: string;
  /** Source of a regular expression: what a run of token characters that may be one, or that stands before it, holds. Short, so that all of them can be tried at once. */
  readonly anchor: string;
  /** The whole of it, with flag `d` when only group 1 is the secret. Starts only where no letter stands before, and is bounded: linear in the text. */
  readonly pattern: RegExp;
  /** Whether a match is one after all; without it, whatever looks made up is none. */
  readonly isReal?: (secret: string) => boolean;
}
