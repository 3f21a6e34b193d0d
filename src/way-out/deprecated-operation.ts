import { member, objectMember, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import type { NextVersion } from './version-names.ts';
import { ANNOTATION, VISIBILITY } from './words.ts';

/** Longer summaries are refused. */
const LONGEST_SUMMARY = 80;
const MARK = ' (deprecated)';

/**
 * An operation as one that is on its way out: deprecated, and saying so in summary and description. What is deprecated already stays as it
 * is. Beside a new version it is the earlier revision of its family too, and no longer shown first.
 */
export function deprecatedOperation(operation: JsonObject, version?: NextVersion): JsonObject {
  const aged = version === undefined ? operation : asEarlierRevision(operation, version);
  if (member(operation, 'deprecated') === true) return aged;
  return marked({ ...aged, deprecated: true });
}

function asEarlierRevision(operation: JsonObject, { family, formerRevision }: NextVersion): JsonObject {
  const annotation = { ...objectMember(operation, ANNOTATION), family, revision: formerRevision };
  const visibility = member(operation, VISIBILITY) === 'internal' ? 'internal' : 'advanced';
  return { ...operation, [VISIBILITY]: visibility, [ANNOTATION]: annotation };
}

function marked(operation: JsonObject): JsonObject {
  const texts: Record<string, Json> = {};
  const summary = stringMember(operation, 'summary');
  const description = stringMember(operation, 'description');
  if (summary !== undefined && isUnmarked(summary)) texts['summary'] = shortened(summary.trimEnd()) + MARK;
  if (description !== undefined && isUnmarked(description))
    texts['description'] = markedSentence(description.trimEnd());
  return { ...operation, ...texts };
}

function isUnmarked(text: string): boolean {
  return text.trim() !== '' && !/\bdeprecated\b/i.test(text);
}

/** At a word, so that the mark fits. */
function shortened(summary: string): string {
  const room = LONGEST_SUMMARY - MARK.length;
  if (summary.length <= room) return summary;
  const cut = summary.slice(0, room + 1).replace(/\s+\S*$/, '');
  return cut.slice(0, room).replace(/[^\p{L}\p{N})]+$/u, '');
}

/** The mark goes before the full stop. */
function markedSentence(text: string): string {
  return /[\p{L}\p{N})]\.$/u.test(text) ? `${text.slice(0, -1)}${MARK}.` : text + MARK;
}
