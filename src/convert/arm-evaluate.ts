import { entriesOf, isArray, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { readText } from './arm-expressions.ts';
import { FUNCTIONS } from './arm-functions.ts';
import { parseExpression, type Expression } from './arm-expression-parser.ts';

/** An expression whose value the template alone does not say. */
export interface Unresolved {
  readonly pointer: Pointer;
  /** With its brackets. */
  readonly expression: string;
}

/** Gives the value of a parameter; undefined when only whoever deploys knows it. */
export type ParameterValue = (name: string, declaration: JsonObject) => Json | undefined;

/** All texts that a template makes together: many short expressions could make what no memory holds. */
const MOST_CHARACTERS = 8 * 1024 * 1024;
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
    // What is read as JSON costs as much as what is made.
    if (name === 'json' && this.#counted(first) === undefined) return undefined;
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
    const entries = entriesOf(value).flatMap(([key, inner]): [string, Json][] => {
      const name = this.#inner(key, depth);
      const result = typeof name === 'string' ? this.#inner(inner, depth) : undefined;
      return typeof name === 'string' && result !== undefined ? [[name, result]] : [];
    });
    return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
  }
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
