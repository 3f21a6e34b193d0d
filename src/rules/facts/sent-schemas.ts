import {
  arrayMember,
  entriesOf,
  isObject,
  member,
  stringMember,
  type Json,
  type JsonObject,
} from '../../domain/json.ts';
import { tokensOf } from '../../domain/pointer.ts';
import type { SchemaNode } from '../nodes.ts';
import { targetOf } from './references.ts';
import type { Subject } from '../subject.ts';

/** Whether a schema is part of something that is sent, as opposed to only received. A definition is when a request reaches it. */
export function isSent(schema: SchemaNode, subject: Subject): boolean {
  if (schema.use !== 'definition') return schema.use === 'request';
  return sentDefinitions(subject).has(tokensOf(schema.pointer)[1] ?? '');
}

const SENT = new WeakMap<Subject, ReadonlySet<string>>();

function sentDefinitions(subject: Subject): ReadonlySet<string> {
  const known = SENT.get(subject);
  if (known !== undefined) return known;
  const sent = new Set<string>();
  const bodies = subject.operations.flatMap(({ parameters }) =>
    parameters.filter(({ location }) => location === 'body'),
  );
  const pending: Json[] = bodies.map(({ value }) => value);
  const seen = new Set<JsonObject>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!isObject(next) || seen.has(next)) continue;
    seen.add(next);
    const reference = stringMember(next, '$ref');
    const target = reference === undefined ? undefined : targetOf(subject.document, reference, 'schema');
    if (target?.kind === 'found') {
      sent.add(target.name);
      pending.push(target.value);
    }
    for (const part of partsOf(next)) pending.push(part);
  }
  SENT.set(subject, sent);
  return sent;
}

function partsOf(schema: JsonObject): Json[] {
  const single = ['schema', 'items', 'additionalProperties'].map((key) => member(schema, key));
  const properties = entriesOf(member(schema, 'properties')).map(([, value]) => value);
  return [...single, ...properties, ...(arrayMember(schema, 'allOf') ?? [])].filter((value) => value !== undefined);
}
