import type { Json } from '../domain/json.ts';
import type { KnownRuleCode } from '../domain/rule-codes.ts';
import { replaceValue } from './edits/replace-value.ts';
import type { Scalar } from './edits/yaml-scalar.ts';
import type { Fix, Site } from './fix.ts';

/** A fix that writes another value in the place that the finding names. */
export function valueFix(code: KnownRuleCode, mended: (value: Json, site: Site) => Scalar | undefined): Fix {
  return {
    code,
    mend: (site) => {
      const value = site.value === undefined ? undefined : mended(site.value, site);
      return value === undefined || value === site.value ? undefined : replaceValue(site.document, site.pointer, value);
    },
  };
}

/** A fix for words that have one spelling, where only capital letters differ, or white space around the word. */
export function spellingFix(code: KnownRuleCode, words: readonly string[]): Fix {
  return valueFix(code, (value) => spelledRight(value, words));
}

/** The one word that has these letters. */
export function spelledRight(value: Json | undefined, words: Iterable<string>): string | undefined {
  if (typeof value !== 'string') return undefined;
  const letters = value.trim().toLowerCase();
  const [only, ...others] = new Set([...words].filter((word) => word.toLowerCase() === letters));
  return others.length === 0 ? only : undefined;
}
