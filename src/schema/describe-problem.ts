import { tokensOf } from '../domain/pointer.ts';
import { nearestKey } from './nearest-key.ts';
import type { ProblemKeyword, SchemaProblem } from './schema-problem.ts';

export interface Description {
  /** One sentence. */
  readonly message: string;
  /** What to do, where that does not follow from the message. */
  readonly hint?: string;
}

/** Says a problem in words. */
export function describeProblem(problem: SchemaProblem): Description {
  return SENTENCES[problem.keyword](problem, nameOf(problem));
}

const SENTENCES: Readonly<Record<ProblemKeyword, (problem: SchemaProblem, name: string) => Description>> = {
  type: ({ actual = '', expected }, name) => ({
    message: `${name} is ${actual === 'boolean' ? 'a boolean' : typeText(actual)} and must be ${listed(textsOf(expected).map(typeText))}`,
  }),
  required: ({ property = '' }, name) => ({ message: `${name} lacks "${property}"`, hint: `Add "${property}"` }),
  additionalProperties: ({ actual = '', expected }) => unknownKey(actual, textsOf(expected)),
  enum: ({ actual = '', expected }, name) => {
    const near = actual.startsWith('"') ? nearestKey(actual.slice(1, -1), textsOf(expected)) : undefined;
    const message = `${name} is ${actual} and must be ${listed(textsOf(expected))}`;
    return near === undefined ? { message } : { message, hint: `Did you mean "${near}"?` };
  },
  pattern: ({ actual, expected, key }, name) => ({
    message: `${patternSubject(name, actual, key === true)} must be ${textsOf(expected).join('')}`,
  }),
  minimum: ({ actual = '', expected }, name) => ({
    message: `${name} is ${actual} and must be at least ${textsOf(expected).join('')}`,
  }),
  maximum: ({ actual = '', expected }, name) => ({
    message: `${name} is ${actual} and must be at most ${textsOf(expected).join('')}`,
  }),
  minItems: ({ expected }, name) => ({
    message: `${name} is too short`,
    hint: `Give at least ${textsOf(expected).join('')}`,
  }),
  duplicate: ({ actual = '', expected }) => ({ message: `${actual} is ${textsOf(expected).join('')}` }),
};

const TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['integer', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object'],
]);

function patternSubject(name: string, actual: string | undefined, isKey: boolean): string {
  if (actual === undefined) return name;
  return isKey ? `The key ${actual}` : `${name} is ${actual} and`;
}

function unknownKey(actual: string, known: readonly string[]): Description {
  const message = `The key ${actual} does not belong here`;
  const near = nearestKey(actual.slice(1, -1), known);
  if (near !== undefined) return { message, hint: `Did you mean "${near}"?` };
  return known.length === 0 ? { message } : { message, hint: `Keys that belong here: ${known.join(', ')}` };
}

function nameOf({ pointer, index }: SchemaProblem): string {
  const [holder = '', last] = ['', ...tokensOf(pointer)].slice(-2);
  if (last === undefined) return 'The document';
  return index === undefined || holder === '' ? quoted(last) : `Entry ${index + 1} of ${quoted(holder)}`;
}

function typeText(type: string): string {
  return TYPES.get(type) ?? type;
}

function textsOf(expected: SchemaProblem['expected']): readonly string[] {
  return [expected ?? []].flat();
}

function quoted(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 80)}...` : text}"`;
}

function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1) ?? ''}`;
}
