import type { Json } from '../domain/json.ts';
import type { Pointer } from '../domain/pointer.ts';

/** A collection of any version, read: what the rest of the import works on. Values still hold `{{variables}}`. */
export interface PostmanCollection {
  readonly name: string;
  readonly description: string;
  /** Of the API, when the collection says one. */
  readonly version: string | undefined;
  /** Folders in the order of the collection, each by its names from the root. */
  readonly folders: readonly PostmanFolder[];
  readonly requests: readonly PostmanRequest[];
}

export interface PostmanFolder {
  readonly path: readonly string[];
  readonly description: string;
}

export interface PostmanRequest {
  /** Into the collection, as it was given. */
  readonly pointer: Pointer;
  readonly name: string;
  readonly description: string;
  readonly folders: readonly string[];
  /** In upper case. */
  readonly method: string;
  readonly url: PostmanUrl;
  readonly headers: readonly PostmanField[];
  readonly body: PostmanBody;
  /** Its own, or the nearest above it; undefined when nobody says anything. */
  readonly auth: PostmanAuth | undefined;
  readonly examples: readonly PostmanExample[];
  /** Variables of the folders around it and of the collection; the nearest counts. */
  readonly variables: ReadonlyMap<string, string>;
}

export interface PostmanUrl {
  readonly protocol: string;
  /** `user:password` before the host, or empty. */
  readonly userInfo: string;
  /** Without port; empty for a path alone. */
  readonly host: string;
  readonly port: string;
  readonly segments: readonly string[];
  readonly query: readonly PostmanField[];
  /** Values and descriptions of `:variables` in the path. */
  readonly variables: readonly PostmanField[];
}

/** A header, a query parameter, a form field or a variable. */
export interface PostmanField {
  readonly key: string;
  readonly value: string;
  readonly description: string;
  readonly disabled: boolean;
  readonly isFile: boolean;
  readonly pointer: Pointer;
}

export type PostmanBody =
  | { readonly kind: 'none' }
  /** `json` is undefined for a text that is none. */
  | { readonly kind: 'raw'; readonly text: string; readonly language: string; readonly json: Json | undefined }
  | { readonly kind: 'urlencoded' | 'formdata'; readonly fields: readonly PostmanField[] }
  | { readonly kind: 'file' }
  | { readonly kind: 'graphql'; readonly query: string; readonly variables: string; readonly operationName: string };

export interface PostmanAuth {
  /** In lower case, as Postman's newest format spells it: `apikey`, `basic`, `noauth`. */
  readonly type: string;
  readonly values: ReadonlyMap<string, string>;
  readonly pointer: Pointer;
}

/** A saved response. */
export interface PostmanExample {
  readonly pointer: Pointer;
  readonly name: string;
  readonly status: number | undefined;
  readonly headers: readonly PostmanField[];
  readonly text: string;
  /** Undefined for a text that is no JSON. */
  readonly json: Json | undefined;
  /** The body of the request that it answered. */
  readonly body: PostmanBody;
}
