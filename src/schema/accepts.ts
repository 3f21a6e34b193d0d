import { isArray, isObject, type Json, type JsonObject } from '../domain/json.ts';

/** Whether a value is what a schema wants. */
export type Accepts = (value: Json) => boolean;

/**
 * Compiles a JSON Schema to a check that says yes or no and not why. It asks for each key that a value has, where the validators of ajv ask
 * for each key that it may have: a third of the time on real documents, nearly all of which are right. Only what our own schema uses is
 * known; anything else is refused here, once, and never ignored. The value must be no deeper than documents are that were loaded.
 */
export function compileAccepts(schema: JsonObject): Accepts {
  const definitions = isObject(schema['$defs']) ? schema['$defs'] : {};
  const known = new Map<string, Accepts>();
  const compile = (part: Json): Accepts => {
    if (part === true) return ALWAYS;
    if (!isObject(part)) throw new Error(`A schema cannot be ${JSON.stringify(part)} here`);
    return all(Object.keys(part).flatMap((keyword) => KEYWORDS[keyword]?.(part, compile) ?? unknown(keyword)));
  };
  const KEYWORDS: Readonly<Record<string, Compile>> = {
    ...CHECKS,
    $ref: ({ $ref }) => {
      const name = text($ref).replace('#/$defs/', '');
      // Definitions name each other, so each is compiled when it is first needed.
      let accepts: Accepts | undefined;
      const found = (): Accepts => {
        const one = known.get(name) ?? compile(definitions[name] ?? false);
        known.set(name, one);
        return one;
      };
      return [(value) => (accepts ??= found())(value)];
    },
  };
  return compile(schema);
}

/** What is known to be right unseen. */
const ALWAYS: Accepts = () => true;

type Compile = (schema: JsonObject, compile: (part: Json) => Accepts) => Accepts[];

const IGNORED = ['$schema', '$id', '$defs', '$comment', 'title', 'description', 'patternErrorMessage', 'then', 'else'];

const CHECKS: Readonly<Record<string, Compile>> = {
  ...Object.fromEntries(IGNORED.map((keyword) => [keyword, () => []])),
  type: ({ type }) => {
    const [first = unknown('type'), ...others] = [type].flat().map((name) => TYPES[text(name)] ?? unknown(text(name)));
    return [others.length === 0 ? first : (value) => first(value) || others.some((accepts) => accepts(value))];
  },
  enum: ({ enum: values }) => {
    const allowed = new Set(isArray(values) ? values : []);
    return [(value) => allowed.has(value)];
  },
  const: ({ const: only }) => [(value) => value === only],
  required: ({ required }) => {
    const names = isArray(required) ? required.map(String) : [];
    return [(value) => !isObject(value) || names.every((name) => Object.hasOwn(value, name))];
  },
  properties: members,
  patternProperties: (schema, compile) => (schema['properties'] === undefined ? members(schema, compile) : []),
  additionalProperties: (schema, compile) =>
    schema['properties'] === undefined && schema['patternProperties'] === undefined ? members(schema, compile) : [],
  items: ({ items }, compile) => {
    const accepts = compile(items ?? true);
    return [(value) => !isArray(value) || value.every(accepts)];
  },
  allOf: ({ allOf }, compile) => (isArray(allOf) ? allOf.map(compile) : []),
  if: (schema, compile) => {
    const condition = compile(schema['if'] ?? true);
    const then = compile(schema['then'] ?? true);
    const otherwise = compile(schema['else'] ?? true);
    return [(value) => (condition(value) ? then(value) : otherwise(value))];
  },
};

/** The three keywords about members belong together: what one knows is not additional for another. */
function members(
  { properties, patternProperties, additionalProperties }: JsonObject,
  compile: (part: Json) => Accepts,
): Accepts[] {
  const byPattern = entries(patternProperties).map(([pattern, part]) => ({
    matches: matcher(pattern),
    accepts: compile(part),
  }));
  const patternsOf = (key: string): Accepts[] =>
    byPattern.flatMap(({ matches, accepts }) => (matches(key) ? [accepts] : []));
  const named = entries(properties).map(([name, part]) => [name, all([compile(part), ...patternsOf(name)])] as const);
  const additional = additionalProperties === false ? () => false : compile(additionalProperties ?? true);
  if (additional === ALWAYS && byPattern.length === 0) return namedMembers(named);
  const byName = new Map(named);
  return [
    (value) => {
      if (!isObject(value)) return true;
      for (const key in value) {
        const known = byName.get(key) ?? patternOf(byPattern, key) ?? additional;
        if (!known(value[key] ?? null)) return false;
      }
      return true;
    },
  ];
}

/** Where other members are free, only those with a name are looked at. */
function namedMembers(named: readonly (readonly [string, Accepts])[]): Accepts[] {
  return named.flatMap(([name, accepts]) => {
    if (accepts === ALWAYS) return [];
    return [(value) => !isObject(value) || !Object.hasOwn(value, name) || accepts(value[name] ?? null)];
  });
}

interface Pattern {
  readonly matches: (key: string) => boolean;
  readonly accepts: Accepts;
}

/** What the patterns want of a member that has no name of its own; undefined when none is about it. */
function patternOf(patterns: readonly Pattern[], key: string): Accepts | undefined {
  let found: Accepts | undefined;
  for (const { matches, accepts } of patterns) {
    if (!matches(key)) continue;
    const earlier = found;
    found = earlier === undefined ? accepts : (value) => earlier(value) && accepts(value);
  }
  return found;
}

function entries(schemas: Json | undefined): [string, Json][] {
  return isObject(schemas) ? Object.entries(schemas) : [];
}

/** Most patterns only ask how a key begins. */
function matcher(pattern: string): (key: string) => boolean {
  const [, start] = /^\^([\w/-]+)$/.exec(pattern) ?? [];
  const expression = new RegExp(pattern, 'u');
  return start === undefined ? (key) => expression.test(key) : (key) => key.startsWith(start);
}

const TYPES: Readonly<Record<string, Accepts>> = {
  object: isObject,
  array: isArray,
  null: (value) => value === null,
  integer: Number.isInteger,
  number: Number.isFinite,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
};

function all(checks: readonly Accepts[]): Accepts {
  const [first = ALWAYS, second, ...rest] = checks.filter((accepts) => accepts !== ALWAYS);
  if (second === undefined) return first;
  if (rest.length === 0) return (value) => first(value) && second(value);
  return (value) => first(value) && second(value) && rest.every((accepts) => accepts(value));
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : unknown(JSON.stringify(value));
}

function unknown(keyword: string): never {
  throw new Error(`The keyword "${keyword}" is not known here`);
}
