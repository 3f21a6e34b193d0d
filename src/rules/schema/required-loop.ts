import {
  arrayMember,
  entriesOf,
  isObject,
  member,
  stringMember,
  type Json,
  type JsonObject,
} from '../../domain/json.ts';
import { child, pointerTo, type Pointer } from '../../domain/pointer.ts';
import { closingEdges, type Edge } from '../facts/circles.ts';
import { quote } from '../quote.ts';
import { targetOf } from '../facts/references.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

export const requiredLoop: Rule = {
  code: 'schema/required-loop',
  document: (document) => {
    const definitions = new Map(entriesOf(member(document, 'definitions')));
    const edges = new Map([...definitions].map(([name, value]) => [name, edgesOf(document, name, value)]));
    return closingEdges(edges).map(({ from, edge }) => problemOf(from, edge));
  },
};

function problemOf(from: string, edge: Edge): Problem {
  const circle = from === edge.to ? 'itself' : `${quote(edge.to)}, which in turn requires ${quote(from)}`;
  return {
    at: inOpenApi(edge.pointer),
    message: `Definition ${quote(from)} requires ${circle}: no value can ever be complete`,
    hint: 'Make one of the properties of the circle optional',
  };
}

/** Follows required properties inside one definition, and parts of `allOf`, up to references. A list may be empty, so it ends the chain. */
function edgesOf(document: JsonObject, name: string, definition: Json): Edge[] {
  const edges: Edge[] = [];
  const seen = new Set<Json>();
  const pending: { readonly value: Json; readonly pointer: Pointer }[] = [
    { value: definition, pointer: pointerTo('definitions', name) },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, pointer } = next;
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    const reference = stringMember(value, '$ref');
    if (reference === undefined) for (const part of requiredParts(value, pointer)) pending.push(part);
    else if (value !== definition) {
      const target = targetOf(document, reference, 'schema');
      if (target.kind === 'found') edges.push({ to: target.name, pointer });
    }
  }
  return edges;
}

function requiredParts(schema: JsonObject, pointer: Pointer): { value: Json; pointer: Pointer }[] {
  const properties = member(schema, 'properties');
  const required = (arrayMember(schema, 'required') ?? []).flatMap((name) => {
    const value = typeof name === 'string' ? member(properties, name) : undefined;
    return typeof name === 'string' && value !== undefined
      ? [{ value, pointer: child(pointer, 'properties', name) }]
      : [];
  });
  const parts = (arrayMember(schema, 'allOf') ?? []).map((value, index) => ({
    value,
    pointer: child(pointer, 'allOf', index),
  }));
  return [...required, ...parts];
}
