import * as fc from 'fast-check';
import { isArray, isObject, type Json } from '../../src/domain/json.ts';

/** What a place of a document can be changed to, beside other parts of the document itself. */
const STRANGE: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u001b[31m',
  '\u202e\u2066',
  '::error::x',
  '<script>|`**',
  '\n\r\u2028',
  '__proto__',
  'constructor',
  'toString',
  '%',
  '%E0%A4%A',
  '#',
  '#/',
  '{{{{',
  '{a}{b',
  '/{a}/{a}',
  '(a+)+$',
  '(?:(?:a*)*)*b',
  '[',
  'a'.repeat(5000),
  '~'.repeat(300),
  [],
  {},
  [[]],
  [null],
  { '': {} },
  { constructor: {}, hasOwnProperty: 1, toString: [] },
  { $ref: '#' },
  { $ref: '' },
  { $ref: '#/definitions' },
  { $ref: '#/paths' },
  { $ref: 'https://remote.example/a.json' },
  { $ref: '#/definitions/%E0%A4%A' },
  { $ref: { $ref: 1 } },
  { type: ['string', 'null'] },
  { type: 'object', properties: { a: { $ref: '#/definitions/a' } } },
  { 'x-ms-dynamic-values': { operationId: 'a', parameters: { a: { parameter: 'b/c/d' } } } },
  { 'x-ms-notification-url': true },
];

const OTHER: fc.Arbitrary<Json> = fc.oneof(
  { arbitrary: fc.constantFrom(...STRANGE), weight: 4 },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>, weight: 1 },
);

type Change = (value: Json, parts: readonly Json[]) => Json;

/** What may happen to one value: another in its place, one from elsewhere, a key under another name, a copy of a member. */
const CHANGE: fc.Arbitrary<Change> = fc.oneof(
  OTHER.map(
    (other): Change =>
      () =>
        other,
  ),
  fc.nat().map(
    (at): Change =>
      (value, parts) =>
        parts[at % Math.max(1, parts.length)] ?? value,
  ),
  fc
    .tuple(fc.nat(), fc.oneof(fc.string(), fc.constantFrom('$ref', 'constructor', 'x-ms-trigger', 'type', 'in', '')))
    .map(
      ([at, name]): Change =>
        (value) =>
          withKeys(value, (keys) => keys.with(at % Math.max(1, keys.length), name)),
    ),
  fc.nat().map(
    (at): Change =>
      (value) =>
        isArray(value) && value.length > 0 ? [...value, value[at % value.length]!] : value,
  ),
);

const STEPS = fc.array(fc.nat(60), { minLength: 0, maxLength: 12 });

/** A document with some of its places changed. */
export function brokenValue(document: Json): fc.Arbitrary<Json> {
  return fc
    .array(fc.tuple(STEPS, CHANGE), { minLength: 1, maxLength: 6 })
    .map((changes) => changes.reduce((value, [steps, change]) => changed(value, steps, change, []), document));
}

function changed(value: Json, steps: readonly number[], change: Change, parts: readonly Json[]): Json {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const key = steps[0] === undefined ? undefined : keys[steps[0] % keys.length];
  if (key === undefined) return change(value, parts);
  const rest = steps.slice(1);
  if (isArray(value)) {
    return value.map((one, index) => (String(index) === key ? changed(one, rest, change, [...parts, value]) : one));
  }
  if (!isObject(value)) return value;
  const inner = (name: string, one: Json): Json => (name === key ? changed(one, rest, change, [...parts, value]) : one);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inner(name, one)]));
}

function withKeys(value: Json, rename: (keys: string[]) => readonly string[]): Json {
  if (!isObject(value) || Object.keys(value).length === 0) return value;
  const names = rename(Object.keys(value));
  return Object.fromEntries(Object.values(value).map((one, index) => [names[index] ?? '', one]));
}
