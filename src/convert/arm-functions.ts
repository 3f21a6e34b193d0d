import { isArray, type Json } from '../domain/json.ts';

/** Longer texts are none that people wrote: `concat` of `concat` doubles. */
const LONGEST_TEXT = 1024 * 1024;
const MOST_ELEMENTS = 10_000;

type Apply = (values: readonly Json[]) => Json | undefined;

/** The functions that say the same wherever a template is deployed, and that templates of connectors use. */
export const FUNCTIONS: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['concat', concat],
  ['format', ([pattern, ...values]: readonly Json[]) => formatted(pattern, values)],
  ['string', ([value]: readonly Json[]) => (typeof value === 'string' ? value : undefined)],
  ['tolower', ([value]: readonly Json[]) => (typeof value === 'string' ? value.toLowerCase() : undefined)],
  ['toupper', ([value]: readonly Json[]) => (typeof value === 'string' ? value.toUpperCase() : undefined)],
  ['json', ([text]: readonly Json[]) => (typeof text === 'string' ? parsed(text) : undefined)],
  ['true', () => true],
  ['false', () => false],
  ['createarray', (values: readonly Json[]) => values],
]);

/** What stands in the text is not evaluated. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function concat(values: readonly Json[]): Json | undefined {
  if (values.every(isArray)) {
    const length = values.reduce((sum, list) => sum + list.length, 0);
    return length <= MOST_ELEMENTS ? values.flat() : undefined;
  }
  const texts = values.filter(isPlain).map(String);
  return texts.length === values.length ? bounded(texts) : undefined;
}

/** `{0}` is the first value; braces of their own are doubled. Unknown with a format of its own (`{0:N2}`), and without its value. */
function formatted(pattern: Json | undefined, values: readonly Json[]): string | undefined {
  if (typeof pattern !== 'string' || !values.every(isPlain)) return undefined;
  const texts = pattern.split(/(\{\{|\}\}|\{\d{1,3}\})/).map((part) => {
    if (part === '{{' || part === '}}') return part.charAt(0);
    const index = /^\{(\d+)\}$/.exec(part)?.[1];
    if (index === undefined) return /[{}]/.test(part) ? undefined : part;
    const value = values[Number(index)];
    return isPlain(value) ? String(value) : undefined;
  });
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length ? bounded(known) : undefined;
}

function bounded(texts: readonly string[]): string | undefined {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return length <= LONGEST_TEXT ? texts.join('') : undefined;
}

/** What is written alike everywhere: Resource Manager writes `True`. */
function isPlain(value: Json | undefined): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
