import type { Json, JsonObject } from '../../src/domain/json.ts';
import { child, pointerTo, type Pointer } from '../../src/domain/pointer.ts';
import type { Draft } from './draft.ts';

/** What a sound fragment has besides, instead, or (undefined) not. */
export type More = Readonly<Record<string, Json | undefined>>;

export const PATH = '/fault-probe/of/the/bench';
const PROPERTY: JsonObject = { type: 'string', 'x-ms-summary': 'Name', description: 'What it is called' };
export const ANSWER: JsonObject = { type: 'object', properties: { name: PROPERTY } };
export const DONE: JsonObject = { description: 'Done', schema: ANSWER };

/** A sound GET that no rule has a word against. Gives its place. */
export function probe(draft: Draft, more: More = {}, path = PATH, verb = 'get'): Pointer {
  const operation = merged(
    {
      operationId: 'ProbeFault',
      summary: 'Probe the fault',
      description: 'Returns what the probe finds.',
      'x-ms-visibility': 'important',
      parameters: [],
      responses: { '200': DONE },
    },
    more,
  );
  return draft.doc.set(pointerTo('paths', path, verb), operation);
}

/** The same as a POST with a body; its fields are `fields`. */
export function sender(draft: Draft, more: More = {}, schema: JsonObject = ANSWER, path = PATH): Pointer {
  const body = { name: 'body', in: 'body', required: true, schema };
  return probe(
    draft,
    { operationId: 'SendFault', consumes: ['application/json'], parameters: [body], ...more },
    path,
    'post',
  );
}

export const FIELD: JsonObject = {
  in: 'query',
  type: 'string',
  'x-ms-summary': 'Probe',
  description: 'What to look for',
};

/** A sound query parameter of a sound operation. Gives the parameter's place. */
export function parameter(draft: Draft, more: More = {}, ofOperation: More = {}): Pointer {
  const value = merged({ name: 'probe', ...FIELD }, more);
  return child(probe(draft, { parameters: [value], ...ofOperation }), 'parameters', 0);
}

const IN_PATH: JsonObject = { in: 'path', required: true, 'x-ms-url-encoding': 'single' };

export function pathParameter(name: string, more: More = {}): JsonObject {
  return merged({ name, ...FIELD, ...IN_PATH }, more);
}

/** A sound path with a variable. Gives the place of the path parameter. */
export function parameterInPath(draft: Draft, more: More = {}): Pointer {
  const value = pathParameter('probe', more);
  return child(probe(draft, { parameters: [value] }, '/fault-probe/of/the/bench/{probe}'), 'parameters', 0);
}

/** A sound property of an answer. Gives its place. */
export function answerField(draft: Draft, more: More = {}, ofSchema: More = {}): Pointer {
  const schema = merged({ type: 'object', properties: { probe: merged(PROPERTY, more) } }, ofSchema);
  const operation = probe(draft, { responses: { '200': { description: 'Done', schema } } });
  return child(operation, 'responses', '200', 'schema', 'properties', 'probe');
}

/** A sound property of a body. Gives its place. */
export function bodyField(draft: Draft, more: More = {}, ofSchema: More = {}): Pointer {
  const schema = merged({ type: 'object', properties: { probe: merged(PROPERTY, more) } }, ofSchema);
  return child(sender(draft, {}, schema), 'parameters', 0, 'schema', 'properties', 'probe');
}

/** A definition. Gives its place. */
export function definition(draft: Draft, name: string, value: Json): Pointer {
  return draft.doc.set(pointerTo('definitions', name), value);
}

export function referenceTo(name: string): JsonObject {
  return { $ref: `#/definitions/${name}` };
}

export function merged(sound: JsonObject, more: More): JsonObject {
  return Object.fromEntries(
    Object.entries({ ...sound, ...more }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** `count` named members. */
export function many(count: number, make: (index: number) => readonly [string, Json]): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));
}

/** An action of the connector's own that makers see and that is written as it should be, from the middle of the document. */
export function ownAction(draft: Draft): Pointer | undefined {
  const places = draft.doc
    .keysAt('/paths')
    .flatMap((path) => ['get', 'post', 'put', 'patch', 'delete'].map((verb) => pointerTo('paths', path, verb)))
    .filter((place) => isPlain(draft, place));
  return places[Math.floor(places.length / 2)];
}

function isPlain({ doc }: Draft, place: Pointer): boolean {
  const texts = ['operationId', 'summary', 'description'].map((key) => doc.textAt(child(place, key))?.trim() ?? '');
  const isMarked = ['deprecated', 'x-ms-trigger'].some((key) => doc.at(child(place, key)) !== undefined);
  return texts.every((text) => text !== '') && !isMarked && doc.textAt(child(place, 'x-ms-visibility')) !== 'internal';
}
