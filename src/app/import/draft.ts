import type { DocumentFolder } from '../../convert/openapi-3-to-2.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { TextFormat } from '../../places/locate.ts';
import type { Recognised } from '../recognise.ts';

/** An OpenAPI document as its author wrote it, or as an importer wrote it. */
export interface DraftDocument {
  /** `openapi.yaml` or `openapi.json`: the form of the source is kept. */
  readonly file: string;
  readonly text: string;
  readonly value: JsonObject;
  /** The files that it refers to, for a document in several. */
  readonly files?: DocumentFolder;
}

/** What was left out of the source, or done instead, in one place of it. */
export interface ImportLoss {
  readonly pointer: string;
  readonly construct: string;
  readonly message: string;
  readonly hint?: string;
}

/** A connector that is not on disk yet. */
export interface Draft {
  readonly document: DraftDocument;
  /** What connector.yaml is to say. Empty for a source that says nothing about it. */
  readonly native: JsonObject;
  readonly icon: Uint8Array | undefined;
  readonly readme: string | undefined;
  readonly script: string | undefined;
  readonly losses: readonly ImportLoss[];
  /** What a person should know and that is no loss: a secret that was replaced, for one. */
  readonly notes: readonly string[];
  /** Each single one of what the notes tell together, with its place in the source. */
  readonly details?: readonly ImportLoss[];
  /** Operation ids that the source does not have, and that were made up for it. */
  readonly madeIds?: readonly string[];
}

/** The name of the file for a document in this format. */
export function definitionFile(format: TextFormat): string {
  return format === 'json' ? 'openapi.json' : 'openapi.yaml';
}

/** An OpenAPI document, kept as it is; what is published is converted when the folder is read. */
export function draftFromOpenApi({ text, format, value }: Recognised): Draft {
  return {
    document: { file: definitionFile(format), text: text.endsWith('\n') ? text : `${text}\n`, value },
    native: {},
    icon: undefined,
    readme: undefined,
    script: undefined,
    losses: [],
    notes: [],
  };
}
