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
  /** All three in the published document. */
  readonly operationAt: Pointer;
  readonly pathAt: Pointer;
  /** The property that takes the address. */
  readonly urlAt: Pointer;
  /** The schema that holds the property. */
  readonly bodyAt: Pointer;
  readonly urlName: string;
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
  const name = entriesOf(objectMember(schema.value, 'properties')).find(([key, property]) =>
    isAddress(key, property),
  )?.[0];
  if (name === undefined) return undefined;
  return {
    kind: 'webhook',
    operationId: id,
    summary: stringMember(value, 'summary') ?? id,
    operationAt: pointer,
    pathAt: parentOf(pointer),
    urlAt: child(schema.at, 'properties', name),
    bodyAt: schema.at,
    urlName: name,
  };
}

function isAddress(name: string, property: Json): boolean {
  if (!isObject(property)) return false;
  const type = stringMember(property, 'type');
  return (
    type === 'string' &&
    ADDRESS.test(name) &&
    (/[a-z]_?-?(?:url|uri|address|endpoint)$/i.test(name) || /^(?:url|uri|endpoint)$/i.test(name))
  );
}
