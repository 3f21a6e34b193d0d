import { objectMember, stringMember, type JsonObject } from '../../domain/json.ts';

/** `info.title` without spaces around it and without the suffix of independent publishers; undefined when absent or blank. */
export function titleOf(document: JsonObject): string | undefined {
  const title = textOf(document, 'title');
  return title === undefined ? undefined : title.replace(INDEPENDENT_SUFFIX, '').trim();
}

export function descriptionOf(document: JsonObject): string | undefined {
  return textOf(document, 'description');
}

export const INDEPENDENT_SUFFIX = /\(Independent Publisher\)$/i;

/** What a limit counts: code points, which mostly are characters as people see them. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

function textOf(document: JsonObject, key: 'title' | 'description'): string | undefined {
  const text = stringMember(objectMember(document, 'info'), key)?.trim();
  return text === '' ? undefined : text;
}
