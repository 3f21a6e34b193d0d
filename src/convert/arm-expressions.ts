import { entriesOf, isArray, isObject, type Json } from '../domain/json.ts';

// What counts as an expression: the section on escape characters in Microsoft's page "Syntax and expressions in ARM templates".

/** Whether Resource Manager would evaluate this text, or take a bracket from it. */
export function isBracketed(text: string): boolean {
  return text.startsWith('[') && text.endsWith(']') && text.length > 1;
}

/** A text that Resource Manager takes as it is. Only what begins and ends with a bracket is doubled: elsewhere the doubling would stay. */
export function literalText(text: string): string {
  return isBracketed(text) ? `[${text}` : text;
}

/**
 * A key that Resource Manager takes as it is. It repeats what stands below a key `copy`, at any depth and whatever that is; as an expression
 * the key is only a key (what bicep writes since https://github.com/Azure/bicep/pull/7293).
 */
export function literalKey(key: string): string {
  return /^copy$/i.test(key) ? `[string('${key}')]` : literalText(key);
}

/**
 * A value of somebody else's, for a template: nothing in it is evaluated, and neither are keys, which Resource Manager evaluates too.
 * `replace` may put something of ours (an expression) in the place of a value.
 */
export function literalValue(value: Json, replace: (value: Json) => Json | undefined = () => undefined): Json {
  const replaced = replace(value);
  if (replaced !== undefined) return replaced;
  if (typeof value === 'string') return literalText(value);
  if (isArray(value)) return value.map((one) => literalValue(one, replace));
  if (!isObject(value)) return value;
  return Object.fromEntries(entriesOf(value).map(([key, inner]) => [literalKey(key), literalValue(inner, replace)]));
}

/** What a text of a template says: itself, or an expression without its brackets. */
export function readText(text: string): { readonly kind: 'literal' | 'expression'; readonly text: string } {
  if (!isBracketed(text)) return { kind: 'literal', text };
  return text.startsWith('[[')
    ? { kind: 'literal', text: text.slice(1) }
    : { kind: 'expression', text: text.slice(1, -1) };
}
