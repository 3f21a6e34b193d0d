import {
  entriesOf,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../../domain/json.ts';
import { operationsOf, resolveReference, type Operation } from '../../domain/operation.ts';
import { child, parentOf, type Pointer } from '../../domain/pointer.ts';

/** An operation that registers an address to be called: a trigger, if a person says so. */
export interface WebhookTrigger {
  readonly kind: 'webhook';
  readonly operationId: string;
  readonly summary: string;
  /** All of them in the published document. */
  readonly operationAt: Pointer;
  readonly pathAt: Pointer;
  /** The property that takes the address. */
  readonly urlAt: Pointer;
  /** What it is, wherever that stands. */
  readonly urlSchema: JsonObject;
  /** The property, and the one that it is in: they have to be sent. */
  readonly required: readonly RequiredProperty[];
}

interface RequiredProperty {
  readonly schemaAt: Pointer;
  readonly name: string;
  readonly schema: JsonObject;
}

const ADDRESS =
  /^(?:call_?back|notify|notification|web_?hook|target|hook|delivery|post_?back|event|endpoint|status_?callback)?_?-?(?:url|uri|address|endpoint)$/i;

/** The operations of an OpenAPI 2.0 document that look like the start of a webhook and are no triggers yet. */
export function findWebhookTriggers(document: JsonObject): WebhookTrigger[] {
  return operationsOf(document).flatMap((operation) => webhookOf(document, operation) ?? []);
}

function webhookOf(document: JsonObject, operation: Operation): WebhookTrigger | undefined {
  const { verb, path, id, kind, value, pointer } = operation;
  if (verb !== 'post' || kind === 'trigger' || id === undefined) return undefined;
  if (!/hook|subscri|callback|notification|listener/i.test(`${path} ${id}`)) return undefined;
  const body = operation.parameters.find(({ location }) => location === 'body');
  if (body === undefined) return undefined;
  const schema = resolveReference(document, member(body.value, 'schema'), child(body.definedAt, 'schema'));
  const names = addressIn(document, schema.value);
  if (names === undefined) return undefined;
  const required = placesOf(document, schema, names);
  const last = required.at(-1);
  if (last === undefined) return undefined;
  return {
    kind: 'webhook',
    operationId: id,
    summary: stringMember(value, 'summary') ?? id,
    operationAt: pointer,
    pathAt: parentOf(pointer),
    urlAt: child(last.schemaAt, 'properties', last.name),
    urlSchema: last.schema,
    required,
  };
}

/** The names of the properties that lead to the address: one, or two where an object of settings holds it. */
function addressIn(document: JsonObject, schema: Json | undefined, depth = 0): string[] | undefined {
  const properties = entriesOf(objectMember(schema, 'properties'));
  const own = properties.find(([key, property]) => isAddress(key, resolveReference(document, property, '').value))?.[0];
  if (own !== undefined || depth > 0) return own === undefined ? undefined : [own];
  for (const [key, property] of properties) {
    const inner = addressIn(document, resolveReference(document, property, '').value, 1);
    if (
      inner !== undefined &&
      /^(?:config|configuration|settings|options|hook|webhook|subscription|endpoint|delivery)$/i.test(key)
    )
      return [key, ...inner];
  }
  return undefined;
}

function placesOf(
  document: JsonObject,
  schema: { readonly value: Json | undefined; readonly at: Pointer },
  [name, ...rest]: readonly string[],
): RequiredProperty[] {
  if (name === undefined) return [];
  const property = member(objectMember(schema.value, 'properties'), name);
  const inner = resolveReference(document, property, child(schema.at, 'properties', name));
  const found = { schemaAt: schema.at, name, schema: isObject(inner.value) ? inner.value : {} };
  return [found, ...placesOf(document, inner, rest)];
}

function isAddress(name: string, property: Json | undefined): boolean {
  if (!isObject(property)) return false;
  const type = stringMember(property, 'type');
  return (
    type === 'string' &&
    ADDRESS.test(name) &&
    (/[a-z]_?-?(?:url|uri|address|endpoint)$/i.test(name) || /^(?:url|uri|endpoint)$/i.test(name))
  );
}
