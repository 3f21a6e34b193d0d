import { convertOpenApi3 } from '../../src/convert/openapi-3-to-2.ts';
import { isArray, isObject, member, type Json, type JsonObject } from '../../src/domain/json.ts';
import { child, pointerTo, tokensOf, valueAt, type Pointer } from '../../src/domain/pointer.ts';

/** Keys that the result says in another way, or once where the source repeats itself. */
const SAID_OTHERWISE = new Set([
  'tags',
  'enum',
  'openapi',
  'style',
  'explode',
  'url',
  '$ref',
  'jsonSchemaDialect',
  'format',
  'mapping',
]);
/** A limit that a stricter one beside it makes void, or a flag that is the default. */
const VOID = new Set([
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'description',
  'title',
  'nullable',
]);

/** Places of the source that neither a place of the result leads to nor the report names. */
export function silentlyLost(source: JsonObject): Pointer[] {
  const { document, pointerOf, losses, refused } = convertOpenApi3(source);
  const carried = new Set([...leavesOf(document, new Set())].map(pointerOf));
  const reported = new Set([...losses, ...refused].map(({ pointer }) => pointer));
  return [...leavesOf(source, reported)].filter((pointer) => {
    const tokens = tokensOf(pointer);
    const [key = '', parent = ''] = tokens.toReversed();
    // Two parts of an `allOf` may require the same field.
    if (carried.has(pointer) || isTwin(source, tokens) || parent === 'required') return false;
    if (SAID_OTHERWISE.has(key) || SAID_OTHERWISE.has(parent)) return false;
    return !VOID.has(key) && !(parent === 'type' || key === 'type') && !isEmptyAt(source, pointer);
  });
}

/** Places without places below them; those at or below a reported one are left out. */
export function* leavesOf(value: Json, reported: ReadonlySet<Pointer>, pointer: Pointer = ''): Generator<Pointer> {
  if (reported.has(pointer)) return;
  const entries = isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  yield pointer;
  for (const [key, inner] of entries) yield* leavesOf(inner, reported, child(pointer, key));
}

function isEmptyAt(source: JsonObject, pointer: Pointer): boolean {
  const value = valueAt(source, pointer);
  // Only plain values count: an object is carried when what it holds is.
  return value === false || value === true || (typeof value === 'object' && value !== null);
}

/** Below a media type whose schema another one has too: the result says it once. */
function isTwin(source: JsonObject, tokens: readonly string[]): boolean {
  const at = tokens.lastIndexOf('content');
  if (at < 0 || tokens[at + 2] !== 'schema') return false;
  const types = valueAt(source, pointerTo(...tokens.slice(0, at + 1))) as JsonObject;
  const schemas = Object.values(types).map((type) => JSON.stringify(member(type, 'schema')));
  return new Set(schemas).size < schemas.length;
}
