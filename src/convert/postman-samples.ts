import { isArray, type Json, type JsonArray, type JsonObject } from '../domain/json.ts';
import { RESERVED_KEY } from '../domain/json-shape.ts';
import { formatOf, integerFormat } from './postman-formats.ts';
import { labelOf } from './postman-words.ts';

/** Levels of objects and lists that a schema describes; designers show fewer. */
const DEEPEST = 12;
/** The platform takes 512 schemas in a message. */
const MOST = 500;

/**
 * The schema of what all samples are: types and formats that fit every one, `null` as `x-nullable`, and a field required only when at
 * least two objects were seen and each has it: one sample proves nothing. What is too large keeps as many levels as fit.
 */
export function schemaOfSamples(samples: readonly Json[]): JsonObject {
  for (let depth = DEEPEST; depth > 1; depth -= 1) {
    const budget = { left: MOST };
    const schema = schemaOf(samples, depth, budget);
    if (budget.left >= 0) return schema;
  }
  return schemaOf(samples, 0, { left: MOST });
}

/** A variable without a value: what it will be is known only where other samples show it. */
const VARIABLE = /^\{\{[^{}]*\}\}$/;

interface Budget {
  left: number;
}

function schemaOf(samples: readonly Json[], depth: number, budget: Budget): JsonObject {
  budget.left -= 1;
  const given = samples.includes(null) ? samples.filter((sample) => sample !== null) : samples;
  const nullable = given.length < samples.length ? { 'x-nullable': true } : {};
  return { ...typeOf(known(given), depth, budget), ...nullable };
}

/** Without variables that have no value, unless there is nothing else. */
function known(samples: readonly Json[]): readonly Json[] {
  const isOpen = (sample: Json): boolean => typeof sample === 'string' && VARIABLE.test(sample);
  if (!samples.some(isOpen)) return samples;
  const others = samples.filter((sample) => !isOpen(sample));
  return others.length === 0 ? samples : others;
}

/** Of samples of several types nothing is said but that there is a value. */
function typeOf(values: readonly Json[], depth: number, budget: Budget): JsonObject {
  const [first] = values;
  if (first === undefined || budget.left < 0) return {};
  const kind = kindOf(first);
  if (values.some((value) => kindOf(value) !== kind)) return {};
  if (kind === 'object') return objectSchema(values as readonly JsonObject[], depth, budget);
  if (kind === 'array') return listSchema(values as readonly JsonArray[], depth, budget);
  if (kind === 'string') return textSchema(values as readonly string[]);
  return kind === 'number' ? numberSchema(values as readonly number[]) : { type: 'boolean' };
}

function kindOf(value: Json): string {
  return isArray(value) ? 'array' : typeof value;
}

function listSchema(lists: readonly JsonArray[], depth: number, budget: Budget): JsonObject {
  const items = depth <= 1 ? {} : schemaOf(lists.flat(), depth - 1, budget);
  return { type: 'array', items };
}

function textSchema(texts: readonly string[]): JsonObject {
  const isBlank = (text: string): boolean => text === '' || text.includes('{{');
  const first = texts.find((text) => !isBlank(text));
  const format = first === undefined ? undefined : formatOf(first);
  if (format === undefined) return { type: 'string' };
  const isShared = texts.every((text) => isBlank(text) || formatOf(text) === format);
  return isShared ? { type: 'string', format } : { type: 'string' };
}

function numberSchema(numbers: readonly number[]): JsonObject {
  if (!numbers.every((number) => Number.isInteger(number))) return { type: 'number', format: 'double' };
  const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  return { type: 'integer', format: integerFormat(largest) };
}

// Keys that are values themselves: numbers, dates, ids. An object of these is a map.
const VALUE_KEY = /^(?:\d+|\d{4}-\d{2}-\d{2}.*|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24,64})$/i;

function objectSchema(objects: readonly JsonObject[], depth: number, budget: Budget): JsonObject {
  const fields = fieldsOf(objects);
  if (depth <= 1 || fields.size === 0) return { type: 'object' };
  if ([...fields.keys()].every((key) => VALUE_KEY.test(key))) {
    return { type: 'object', additionalProperties: schemaOf([...fields.values()].flat(), depth - 1, budget) };
  }
  const properties = [...fields].map(([key, values]): [string, JsonObject] => {
    const schema = schemaOf(values, depth - 1, budget);
    return [key, { ...schema, 'x-ms-summary': labelOf(key) }];
  });
  const isProven = objects.length > 1;
  const required = [...fields].filter(([, values]) => isProven && values.length === objects.length).map(([key]) => key);
  return {
    type: 'object',
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(properties),
  };
}

/** The values of each field, in the order in which fields come up. */
function fieldsOf(objects: readonly JsonObject[]): Map<string, Json[]> {
  const fields = new Map<string, Json[]>();
  for (const object of objects) {
    for (const key of Object.keys(object)) {
      const values = fields.get(key);
      if (values !== undefined) values.push(object[key] ?? null);
      else if (key !== RESERVED_KEY) fields.set(key, [object[key] ?? null]);
    }
  }
  return fields;
}
