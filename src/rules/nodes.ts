import type { JsonObject } from '../domain/json.ts';
import type { Pointer } from '../domain/pointer.ts';

/** Where a schema is used, as far as its place tells: a definition serves both sides. */
export type SchemaUse = 'request' | 'response' | 'definition';

/** A schema, or what OpenAPI 2.0 writes with the same words, that is not a `$ref`. */
export interface SchemaNode {
  readonly value: JsonObject;
  /** `schema` is one in full; the others only know the simple words (type, format, items, enum, default ...). */
  readonly kind: 'schema' | 'parameter' | 'items' | 'header';
  readonly use: SchemaUse;
  readonly pointer: Pointer;
  /** Schemas above it; 0 at the top. */
  readonly depth: number;
  /** Whether what holds it wants a value: a required parameter, a property named in `required`. */
  readonly required: boolean;
}

/** A parameter where it is defined. */
export interface ParameterNode {
  readonly value: JsonObject;
  readonly name: string | undefined;
  /** `in`, as written. */
  readonly location: string | undefined;
  readonly pointer: Pointer;
  /** The path template it belongs to; undefined in `/parameters`. */
  readonly path: string | undefined;
}

/** An object with `$ref`. */
export interface ReferenceNode {
  /** What belongs at this place. */
  readonly kind: 'schema' | 'parameter' | 'response';
  readonly reference: string;
  readonly value: JsonObject;
  /** Of the object that holds `$ref`. */
  readonly pointer: Pointer;
}
