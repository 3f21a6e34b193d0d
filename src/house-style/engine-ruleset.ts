import spectralFormats from '@stoplight/spectral-formats';
import spectralFunctions from '@stoplight/spectral-functions';
import spectralOas from '@stoplight/spectral-rulesets/dist/oas/index.js';
import type { RulesetDefinition } from '@stoplight/spectral-core';
import recommended from './recommended.json' with { type: 'json' };
import { entriesOf, isArray, isObject, type Json } from '../domain/json.ts';
import type { CheckedFile, CheckedRuleset } from './read-ruleset.ts';
import { isOneOf, FORMATS, FUNCTIONS, type BuiltIn, type FormatName } from './words.ts';

const FORMAT_FUNCTIONS: Readonly<Record<FormatName, unknown>> = {
  oas2: spectralFormats.oas2,
  oas3: spectralFormats.oas3,
  'oas3.0': spectralFormats.oas3_0,
  'oas3.1': spectralFormats.oas3_1,
};

/** How members of an object are put into another form, by name. */
type Forms = Readonly<Record<string, (member: Json) => unknown>>;

interface Definition {
  readonly file: string;
  readonly definition: RulesetDefinition;
}

/** The files of a ruleset in the engine's form: names of functions, formats and built-in rulesets give way to what they name. */
export function definitionsOf(checked: CheckedRuleset): Definition[] {
  const made: RulesetDefinition[] = [];
  const baseOf = (base: BuiltIn | number): unknown => (typeof base === 'number' ? made[base] : BUILT_IN[base]());
  return checked.map((one) => {
    const definition = definitionOf(one, baseOf);
    made.push(definition);
    return { file: one.file, definition };
  });
}

function definitionOf(
  { definition, extended }: CheckedFile,
  baseOf: (base: BuiltIn | number) => unknown,
): RulesetDefinition {
  const bases = extended.map(({ base, share }) => (share === undefined ? baseOf(base) : [baseOf(base), share]));
  // Its shape is judged by the engine itself, when it takes it.
  return { ...(levelOf(definition) as object), extends: bases } as unknown as RulesetDefinition;
}

/** What makers stumble over and no rule of ours says, over all of spectral:oas, which is off but for what it names. */
const BUILT_IN: Readonly<Record<BuiltIn, () => unknown>> = {
  'spectral:oas': () => spectralOas.default,
  'connectors:recommended': () => ({ ...(levelOf(recommended) as object), extends: [[spectralOas.default, 'off']] }),
};

// oxlint-disable-next-line unicorn/no-thenable -- Spectral's word for what a rule does
const RULE_FORMS: Forms = { formats: formatsOf, then: thenOf };

function levelOf(level: Json): unknown {
  return mapped(level, {
    formats: formatsOf,
    rules: (rules) => mapped(rules, undefined, (rule) => mapped(rule, RULE_FORMS)),
    aliases: (aliases) => mapped(aliases, undefined, aliasOf),
    overrides: (overrides) => (isArray(overrides) ? overrides.map(levelOf) : overrides),
  });
}

function aliasOf(alias: Json): unknown {
  const targets = (value: Json): unknown =>
    isArray(value) ? value.map((target) => mapped(target, { formats: formatsOf })) : value;
  // The engine takes a list where people write one path.
  return typeof alias === 'string' ? [alias] : mapped(alias, { targets });
}

function thenOf(then: Json): unknown {
  return isArray(then) ? then.map(thenOf) : mapped(then, { function: functionOf });
}

function functionOf(name: Json): unknown {
  return isOneOf(FUNCTIONS, name) ? spectralFunctions[name] : name;
}

function formatsOf(formats: Json): unknown {
  return isArray(formats)
    ? formats.map((format) => (isOneOf(FORMATS, format) ? FORMAT_FUNCTIONS[format] : format))
    : formats;
}

/** An object with some of its members (or each, by `other`) put into another form; what is no object stays. */
function mapped(value: Json, forms: Forms | undefined, other: (member: Json) => unknown = (member) => member): unknown {
  if (!isObject(value)) return value;
  const formOf = (key: string): ((member: Json) => unknown) =>
    forms !== undefined && Object.hasOwn(forms, key) ? (forms[key] ?? other) : other;
  return Object.fromEntries(entriesOf(value).map(([key, member]) => [key, formOf(key)(member)]));
}
