import type { JsonObject } from './json.ts';

/** The published content of one connector: exactly what its digest covers. */
export interface RevisionContent {
  /** OpenAPI 2.0, keys in the author's order. */
  readonly openapi: JsonObject;
  /** Microsoft's properties object, keys in our fixed order (connection parameters in the author's). */
  readonly properties: JsonObject;
  readonly icon?: Uint8Array;
  readonly script?: string;
  readonly readme?: string;
}

/** Recorded with a revision, outside its digest. */
export interface RevisionOrigin {
  /** Name and version of the converter, when the author's document was 3.x. */
  readonly converter?: string;
  /** sha256 (hex) of the author's 3.x document. */
  readonly sourceSha256?: string;
}
