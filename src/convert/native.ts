import { isObject, type JsonObject } from '../domain/json.ts';
import { pointerTo, tokensOf, type Pointer } from '../domain/pointer.ts';
import { PROPERTIES } from './native-properties.ts';

/**
 * The published properties (Microsoft's names) of a connector.yaml. Total: a value of the wrong shape is carried as it is, a key without
 * a meaning is left out, and the schema reports both. Keys are in a fixed order, connection parameters and unknown keys in the author's.
 * `pointerOf` leads from a place in the properties to the place in connector.yaml, or to the nearest one that exists there.
 */
export function propertiesFromNative(native: JsonObject): {
  readonly properties: JsonObject;
  readonly pointerOf: (pointer: Pointer) => Pointer;
} {
  const properties = PROPERTIES.toPublished(native);
  return {
    properties: isObject(properties) ? properties : {},
    pointerOf: (pointer) => pointerTo(...PROPERTIES.placeOf(native, tokensOf(pointer))),
  };
}

/**
 * The connector.yaml that means these properties: reading it gives them back, equal in value, whatever they are.
 * What has no word of its own, or not the type that its word wants, stands in the `extra` of the object that holds it.
 */
export function nativeFromProperties(properties: JsonObject): JsonObject {
  const native = PROPERTIES.toNative(properties);
  return isObject(native) ? native : {};
}
