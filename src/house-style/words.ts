/** Spectral's own functions; a ruleset here has no others. */
export const FUNCTIONS = [
  'alphabetical',
  'casing',
  'defined',
  'enumeration',
  'falsy',
  'length',
  'or',
  'pattern',
  'schema',
  'truthy',
  'undefined',
  'unreferencedReusableObject',
  'xor',
] as const;

/** Formats a ruleset may name. A connector's document is one of OpenAPI, so rules for anything else never run. */
export const FORMATS = ['oas2', 'oas3', 'oas3.0', 'oas3.1'] as const;
export type FormatName = (typeof FORMATS)[number];

/** Rulesets that come with the program, for `extends`. */
export const BUILT_IN = ['connectors:recommended', 'spectral:oas'] as const;
export type BuiltIn = (typeof BUILT_IN)[number];

export function isOneOf<Word extends string>(words: readonly Word[], text: unknown): text is Word {
  return (words as readonly unknown[]).includes(text);
}
