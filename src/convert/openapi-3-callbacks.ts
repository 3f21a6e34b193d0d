import { entriesOf, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { VERBS } from '../domain/operation.ts';
import { child, tokensOf, type Pointer } from '../domain/pointer.ts';
import type { Conversion, Place } from './openapi-3-conversion.ts';
import { bodySchema, isJson, mediaTypesOf, type MediaType } from './openapi-3-media-types.ts';
import { resolved } from './openapi-3-references.ts';
import { withMarkedProperty } from './openapi-3-notification-url.ts';

/** A callback that a connector can have: it goes to an address in the body of the request, and its own body is JSON. */
interface Webhook {
  /** The way to the field of the request's body that holds the address. */
  readonly url: readonly string[];
  /** The one request that the service sends. */
  readonly request: JsonObject;
  readonly content: MediaType;
}

const HINT = 'Describe the webhook by x-ms-trigger, x-ms-notification-url and x-ms-notification-content';

/**
 * An operation with a callback is the trigger of a webhook, where the callback goes to an address in the operation's body: the platform
 * puts its own there. What does not have that shape stays an action, and the callback is a loss.
 */
export function withNotificationUrl(
  conversion: Conversion,
  operation: JsonObject,
  converted: JsonObject,
  place: Place,
): JsonObject {
  const from = child(place.from, 'callbacks');
  const callbacks = member(operation, 'callbacks');
  if (entriesOf(callbacks).length === 0) return converted;
  // Who wrote the trigger's own extensions has said it all.
  if (member(operation, 'x-ms-trigger') !== undefined) return said(conversion, from, converted);
  const webhook = webhookOf(conversion, operation, from);
  const body =
    webhook === undefined ? undefined : withMarkedProperty(conversion, operation, converted, place, webhook.url);
  if (body === undefined) {
    const message = 'OpenAPI 2.0 has no callbacks, and this one is none that a trigger could be made of';
    conversion.lose(from, 'callbacks', message, HINT);
    return converted;
  }
  conversion.trace(child(place.to, 'x-ms-trigger'), from);
  conversion.lose(
    from,
    'callbacks',
    'The callback makes the operation the trigger of a webhook; how the service is to be answered is not said',
    'Add an operation with the verb DELETE that ends it, and give it x-ms-visibility internal',
  );
  return { ...body, 'x-ms-trigger': 'single' };
}

function said(conversion: Conversion, from: Pointer, converted: JsonObject): JsonObject {
  conversion.lose(from, 'callbacks', "OpenAPI 2.0 has no callbacks; the trigger's own extensions say what is sent");
  return converted;
}

/** Adds to a path what the webhook of its first such operation sends. */
export function withNotificationContent(
  conversion: Conversion,
  pathItem: JsonObject,
  converted: JsonObject,
  place: Place,
): JsonObject {
  if (member(converted, 'x-ms-notification-content') !== undefined) return converted;
  const [verb, ...others] = VERBS.filter((one) => member(member(converted, one), 'x-ms-trigger') !== undefined);
  for (const other of others)
    conversion.lose(child(place.from, other), 'x-ms-trigger', 'A path has the content of one webhook, its first');
  const operation = verb === undefined ? undefined : member(pathItem, verb);
  if (verb === undefined || !isObject(operation) || member(operation, 'x-ms-trigger') !== undefined) return converted;
  const webhook = webhookOf(conversion, operation, child(place.from, verb, 'callbacks'));
  if (webhook === undefined) return converted;
  const to = child(place.to, 'x-ms-notification-content');
  conversion.trace(to, webhook.content.from);
  const schema = bodySchema(conversion, webhook.content, child(to, 'schema'), place.depth + 2);
  const description = stringMember(webhook.request, 'description') ?? stringMember(webhook.request, 'summary');
  return {
    'x-ms-notification-content': { ...(description === undefined ? {} : { description }), schema },
    ...converted,
  };
}

/** The only callback of an operation, when a trigger can be made of it. */
function webhookOf(conversion: Conversion, operation: JsonObject, from: Pointer): Webhook | undefined {
  const [callback, ...others] = entriesOf(member(operation, 'callbacks'));
  if (callback === undefined || others.length > 0) return undefined;
  const target = resolved(conversion, callback[1], child(from, callback[0]));
  const [address, ...further] = entriesOf(target.value).filter(([key]) => !key.startsWith('x-'));
  const url = address === undefined ? undefined : urlOf(address[0]);
  if (address === undefined || url === undefined || further.length > 0) return undefined;
  const pathItem = resolved(conversion, address[1], child(target.from, address[0]));
  return requestOf(conversion, pathItem.value, pathItem.from, url);
}

/** `{$request.body#/hook/url}` is the field "url" of the object "hook". A longer address is not the platform's. */
function urlOf(expression: string): readonly string[] | undefined {
  const match = /^\{?\$request\.body#(\/[^{}]+?)\}?$/.exec(expression);
  return match?.[1] === undefined ? undefined : tokensOf(match[1]);
}

function requestOf(
  conversion: Conversion,
  pathItem: Json | undefined,
  from: Pointer,
  url: readonly string[],
): Webhook | undefined {
  const [verb, ...others] = VERBS.filter((one) => isObject(member(pathItem, one)));
  const request = verb === undefined ? undefined : member(pathItem, verb);
  if (verb === undefined || others.length > 0 || !isObject(request)) return undefined;
  const body = resolved(conversion, member(request, 'requestBody'), child(from, verb, 'requestBody'));
  const content = mediaTypesOf(member(body.value, 'content'), child(body.from, 'content')).find(isJson);
  return content === undefined ? undefined : { url, request, content };
}
