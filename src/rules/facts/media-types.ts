import { arrayMember, type JsonObject } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';

/** What can carry form fields. */
export const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const;

/** The media types that an operation's request may have, its own or the document's, in lower case and without parameters. */
export function consumesOf({ value }: Operation, document: JsonObject | undefined): string[] {
  const types = arrayMember(value, 'consumes') ?? arrayMember(document, 'consumes') ?? [];
  return types.flatMap((type) => (typeof type === 'string' ? [bareType(type)] : []));
}

function bareType(type: string): string {
  return type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Whether a text has the form `type/subtype`, with or without parameters (RFC 9110, 8.3.1). */
export function isMediaType(text: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/.test(bareType(text));
}
