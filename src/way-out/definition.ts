import type { Connector } from '../domain/connector.ts';
import { stringMember, type JsonObject } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import { tokensOf, type Pointer } from '../domain/pointer.ts';
import { sourceDocument, type SourceDocument } from '../fix/source-document.ts';

/** The definition as its author wrote it. */
export interface Definition {
  readonly document: SourceDocument;
  readonly value: JsonObject;
  /** 2 or 3. */
  readonly major: string;
  /** Where an operation of the published document is written. */
  readonly placeOf: (operation: Operation) => Place;
}

export interface Place {
  readonly path: string;
  readonly verb: string;
  readonly pointer: Pointer;
}

/** Undefined when there is none, or when it is not known as text: a published revision is written anew. */
export function definitionOf({ openapi, texts }: Connector): Definition | undefined {
  if (openapi === undefined) return undefined;
  const value = openapi.authored ?? openapi.value;
  const text = texts.get(openapi.file) ?? JSON.stringify(value, null, 2);
  return {
    document: sourceDocument(openapi.file, text),
    value,
    major: (stringMember(value, 'openapi') ?? stringMember(value, 'swagger') ?? '').slice(0, 1),
    placeOf: ({ pointer }) => {
      const authored = openapi.placeOf(pointer).pointer ?? pointer;
      const [, path = '', verb = ''] = tokensOf(authored);
      return { path, verb, pointer: authored };
    },
  };
}
