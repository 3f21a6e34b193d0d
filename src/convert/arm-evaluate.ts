import { entriesOf, isArray, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { readText } from './arm-expressions.ts';
import { parseExpression, type Expression } from './arm-expression-parser.ts';

/** An expression whose value the template alone does not say. */
export interface Unresolved {
  readonly pointer: Pointer;
  /** With its brackets. */
  readonly expression: string;
}

/** Gives the value of a parameter; undefined when only whoever deploys knows it. */
export type ParameterValue = (name: string, declaration: JsonObject) => Json | undefined;

/** Longer texts are none that people wrote: `concat` of `concat` doubles. */
const LONGEST_TEXT = 1024 * 1024;
/** All texts that a template makes together: many short expressions could make what no memory holds. */
const MOST_CHARACTERS = 8 * 1024 * 1024;
const MOST_ELEMENTS = 10_000;
const MOST_STEPS = 200_000;
const DEEPEST = 100;

/** Evaluates the expressions of one template, as far as the template says what they are. */
export class TemplateEvaluation {
  readonly #template: JsonObject;
  readonly #parameterValue: ParameterValue;
  readonly #known = new Map<string, Json | undefined>();
  readonly #unresolved: Unresolved[] = [];
  #steps = 0;
  #characters = 0;

  constructor(template: JsonObject, parameterValue: ParameterValue) {
    this.#template = template;
    this.#parameterValue = parameterValue;
  }

  /** What has been met and could not be resolved. */
  get unresolved(): readonly Unresolved[] {
    return this.#unresolved;
  }

  /** A value of the template with its expressions evaluated. What cannot be is left out of objects and lists, and reported at its place. */
  evaluate(value: Json, pointer: Pointer): Json | undefined {
    if (typeof value === 'string') return this.#evaluateText(value, pointer);
    if (isArray(value)) return value.flatMap((one, index) => present(this.evaluate(one, child(pointer, index))));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      entriesOf(value).flatMap(([key, inner]): [string, Json][] => {
        const name = this.#evaluateText(key, child(pointer, key));
        const result = typeof name === 'string' ? this.evaluate(inner, child(pointer, key)) : undefined;
        return typeof name !== 'string' || result === undefined ? [] : [[name, result]];
      }),
    );
  }

  #evaluateText(text: string, pointer: Pointer): Json | undefined {
    const read = readText(text);
    if (read.kind === 'literal') return read.text;
    const value = this.#value(parseExpression(read.text), 0);
    if (value === undefined) this.#unresolved.push({ pointer, expression: text });
    return value;
  }

  #value(expression: Expression | undefined, depth: number): Json | undefined {
    this.#steps += 1;
    if (expression === undefined || depth > DEEPEST || this.#steps > MOST_STEPS) return undefined;
    if (expression.kind === 'value') return expression.value;
    if (expression.kind === 'call') return this.#call(expression.name.toLowerCase(), expression.args, depth + 1);
    const of = this.#value(expression.of, depth + 1);
    const key = this.#value(expression.key, depth + 1);
    if (isArray(of)) return typeof key === 'number' ? of[key] : undefined;
    return typeof key === 'string' ? memberIgnoringCase(of, key) : undefined;
  }

  #call(name: string, args: readonly Expression[], depth: number): Json | undefined {
    const values = args.map((one) => this.#value(one, depth));
    const [first] = values;
    if (name === 'parameters' && typeof first === 'string') return this.#parameter(first, depth);
    if (name === 'variables' && typeof first === 'string') return this.#variable(first, depth);
    const given = values.filter((one) => one !== undefined);
    return given.length === values.length ? this.#counted(FUNCTIONS.get(name)?.(given)) : undefined;
  }

  #counted(value: Json | undefined): Json | undefined {
    if (typeof value === 'string') this.#characters += value.length;
    return this.#characters > MOST_CHARACTERS ? undefined : value;
  }

  #parameter(name: string, depth: number): Json | undefined {
    return this.#once(`parameters ${name.toLowerCase()}`, () => {
      const declaration = memberIgnoringCase(member(this.#template, 'parameters'), name);
      if (!isObject(declaration)) return undefined;
      const given = this.#parameterValue(name, declaration);
      return given ?? this.#inner(member(declaration, 'defaultValue'), depth);
    });
  }

  #variable(name: string, depth: number): Json | undefined {
    return this.#once(`variables ${name.toLowerCase()}`, () =>
      this.#inner(memberIgnoringCase(member(this.#template, 'variables'), name), depth),
    );
  }

  /** Within one that refers to itself it is unknown. */
  #once(key: string, value: () => Json | undefined): Json | undefined {
    if (this.#known.has(key)) return this.#known.get(key);
    this.#known.set(key, undefined);
    const found = value();
    this.#known.set(key, found);
    return found;
  }

  /** All or nothing: half of a variable is no value. */
  #inner(value: Json | undefined, depth: number): Json | undefined {
    if (typeof value === 'string') {
      const read = readText(value);
      return read.kind === 'literal' ? read.text : this.#value(parseExpression(read.text), depth);
    }
    if (isArray(value)) return allOrNone(value.map((one) => this.#inner(one, depth)));
    if (!isObject(value)) return value;
    const entries = entriesOf(value).map(([key, inner]): [string, Json | undefined] => [
      key,
      this.#inner(inner, depth),
    ]);
    const values = allOrNone(entries.map(([, inner]) => inner));
    return values && Object.fromEntries(values.map((inner, index) => [entries[index]?.[0] ?? '', inner]));
  }
}

type Apply = (values: readonly Json[]) => Json | undefined;

/** The functions that say the same wherever a template is deployed, and that templates of connectors use. */
const FUNCTIONS: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['concat', concat],
  ['format', ([pattern, ...values]: readonly Json[]) => formatted(pattern, values)],
  ['string', ([value]: readonly Json[]) => (typeof value === 'string' ? value : undefined)],
  ['tolower', ([value]: readonly Json[]) => (typeof value === 'string' ? value.toLowerCase() : undefined)],
  ['toupper', ([value]: readonly Json[]) => (typeof value === 'string' ? value.toUpperCase() : undefined)],
  ['true', () => true],
  ['false', () => false],
  ['createarray', (values: readonly Json[]) => values],
]);

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

/** Names of parameters and variables differ in more than their case. */
function memberIgnoringCase(value: Json | undefined, name: string): Json | undefined {
  const key = entriesOf(value).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[0];
  return key === undefined ? undefined : member(value, key);
}

function allOrNone(values: readonly (Json | undefined)[]): Json[] | undefined {
  const found = values.filter((one) => one !== undefined);
  return found.length === values.length ? found : undefined;
}

function present(value: Json | undefined): Json[] {
  return value === undefined ? [] : [value];
}

/** Whether a parameter holds what nobody is to see. */
export function isSecure(declaration: JsonObject): boolean {
  return /^secure(?:string|object)$/i.test(stringMember(declaration, 'type') ?? '');
}
