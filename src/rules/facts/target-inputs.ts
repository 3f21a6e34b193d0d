import { arrayMember, isObject, member, stringMember, type Json, type JsonObject } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { targetOf } from './references.ts';
import { MOST_PROPERTIES, propertiesOf } from './schema-properties.ts';

/** What can be passed to an operation by name: parameters, and properties of its body. */
export interface TargetInputs {
  readonly names: ReadonlySet<string>;
  /** Whether the body takes names that the document does not list. */
  readonly isOpen: boolean;
}

const OPEN = ['additionalProperties', 'x-ms-dynamic-schema', 'x-ms-dynamic-properties'];
// A body is made of a few parts; more is a loop or an attack.
const MOST_PARTS = 200;
const KNOWN = new WeakMap<Operation, TargetInputs>();

export function targetInputsOf(operation: Operation, document: JsonObject | undefined): TargetInputs {
  const inputs = KNOWN.get(operation) ?? readInputs(operation, document);
  KNOWN.set(operation, inputs);
  return inputs;
}

function readInputs(operation: Operation, document: JsonObject | undefined): TargetInputs {
  const names = new Set(operation.parameters.map(({ name }) => name));
  let isOpen = false;
  const body = operation.parameters.find(({ location }) => location === 'body');
  const pending: (Json | undefined)[] = [member(body?.value, 'schema')];
  for (let parts = 0; pending.length > 0 && parts < MOST_PARTS; parts += 1) {
    const schema = resolved(pending.pop(), document);
    if (!isObject(schema)) continue;
    const properties = propertiesOf(schema);
    for (const [name] of properties) names.add(name);
    isOpen ||= OPEN.some((key) => member(schema, key) !== undefined) || member(schema, 'type') === 'array';
    isOpen ||= properties.length >= MOST_PROPERTIES;
    pending.push(...(arrayMember(schema, 'allOf') ?? []).slice(0, MOST_PARTS));
  }
  return { names, isOpen };
}

function resolved(schema: Json | undefined, document: JsonObject | undefined): Json | undefined {
  const reference = stringMember(schema, '$ref');
  if (reference === undefined) return schema;
  const target = targetOf(document, reference, 'schema');
  return target.kind === 'found' ? target.value : undefined;
}
