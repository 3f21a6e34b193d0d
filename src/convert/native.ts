import { isObject, member, objectMember, type JsonObject } from '../domain/json.ts';
import { pointerTo, tokensOf, type Pointer } from '../domain/pointer.ts';
import { keyOrdersOf, withKeyOrder } from './native-key-order.ts';
import { PROPERTIES } from './native-properties.ts';

/**
 * The published properties (Microsoft's names) of a connector.yaml. Total: a value of the wrong shape is carried as it is, a key without
 * a meaning is left out, and the schema reports both. Keys are in the author's order: that of connector.yaml, or the one that
 * `microsoft.keyOrder` says.
 * `pointerOf` leads from a place in the properties to the place in connector.yaml, or to the nearest one that exists there.
 */
export function propertiesFromNative(native: JsonObject): {
  readonly properties: JsonObject;
  readonly pointerOf: (pointer: Pointer) => Pointer;
} {
  return {
    properties: objectMember(apiPropertiesFromNative(native), 'properties') ?? {},
    pointerOf: (pointer) => pointerTo(...PROPERTIES.placeOf(native, tokensOf(pointer))),
  };
}

/** What apiProperties.json says for a connector.yaml: the properties, and what stood beside them in the file that it was made from. */
export function apiPropertiesFromNative(native: JsonObject): JsonObject {
  const properties = PROPERTIES.toPublished(native);
  const microsoft = member(native, 'microsoft');
  return withKeyOrder({ ...objectMember(microsoft, 'beside'), properties }, member(microsoft, 'keyOrder'));
}

/**
 * The connector.yaml that means these properties: reading it gives them back, equal in value and in the order of keys, whatever they are.
 * What has no word of its own, or not the type that its word wants, stands in the `extra` of the object that holds it. An order that the
 * words cannot keep, because unknown keys stand between known ones, is written down in `microsoft.keyOrder`.
 */
export function nativeFromProperties(properties: JsonObject): JsonObject {
  return nativeFromApiProperties({ properties });
}

/** The same for a whole apiProperties.json; what stands beside its `properties` is in `microsoft.beside`. */
export function nativeFromApiProperties(document: JsonObject): JsonObject {
  const { properties = {}, ...beside } = document;
  const words = PROPERTIES.toNative(properties);
  const plain: JsonObject = isObject(words) ? words : {};
  const kept = Object.keys(beside).length === 0 ? plain : { ...plain, microsoft: { beside } };
  const orders = keyOrdersOf(document, apiPropertiesFromNative(kept), '');
  if (orders.length === 0) return kept;
  return { ...plain, microsoft: { ...objectMember(kept, 'microsoft'), keyOrder: Object.fromEntries(orders) } };
}
