import { isInternal, operationsOf, type Operation } from '../domain/operation.ts';
import { member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import type { Readers } from './schema-walk.ts';
import type { ChangeKindName } from './change-kinds.ts';
import { diffDeprecation } from './deprecation.ts';
import { keywordPlace, type Draft, type OperationName, type Place } from './draft.ts';
import { SchemaReader } from './effective-schema.ts';
import { Identical } from './identical.ts';
import { diffInherited } from './inherited.ts';
import { matchOperations, shapeOf } from './match-operations.ts';
import type { Match } from './match.ts';
import { diffOperationKeywords } from './operation-keywords.ts';
import { diffParameters } from './parameters.ts';
import { diffResponses } from './responses.ts';
import { diffSecurity } from './security-requirements.ts';
import { diffTrigger, isWebhook, NOTIFICATION } from './triggers.ts';
import { Work } from './work.ts';
import { fromTo, quote } from './wording.ts';

/** Every change to the operations of two OpenAPI 2.0 documents, in the order of the older one, what is added last. */
export function diffOperations(before: JsonObject, after: JsonObject): Draft[] {
  const identical = new Identical(before, after);
  const readers = { before: new SchemaReader(before), after: new SchemaReader(after), identical, work: new Work() };
  const { matched, removed, added, probable } = matchOperations(operationsOf(before), operationsOf(after));
  const guessed = new Set<Match<Operation>>(probable);
  const webhooks = removed.some(isDelete) ? webhooksOf(readers.after, matched) : [];
  return [
    ...removed.map((operation) => removedDraft(operation, webhooks)),
    ...matched.flatMap((match) => (isSame(identical, match) ? [] : diffOperation(readers, match, guessed.has(match)))),
    ...diffInherited({ before, after }, matched, nameOf),
    ...diffSecurity({ before, after }, matched, nameOf),
    ...added.map(addedDraft),
    ...(readers.work.isOver ? [unfinishedDraft()] : []),
  ];
}

/** Never silently: what was not compared may break anything. */
function unfinishedDraft(): Draft {
  const message = 'There are too many differences to compare them all: the rest is not listed';
  return { kind: 'too-many-changes', place: { part: 'openapi', pointer: '' }, about: [], message };
}

/** Nearly all operations of an update are: with what they share with others at their path. */
function isSame(identical: Identical, { before, after }: Match<Operation>): boolean {
  return (
    before.id === after.id &&
    before.path === after.path &&
    before.verb === after.verb &&
    identical.same(before.value, after.value) &&
    AT_PATH.every((key) => identical.same(member(before.pathItem, key), member(after.pathItem, key)))
  );
}

/** What an operation takes from its path. */
const AT_PATH = ['parameters', NOTIFICATION] as const;

function diffOperation(readers: Readers, match: Match<Operation>, probable: boolean): Draft[] {
  const operation = nameOf(match.after);
  return [
    ...diffIdentity(operation, match, probable),
    ...diffVisibility(operation, match),
    ...diffDeprecation(operation, match),
    ...diffTrigger(readers, operation, match),
    ...diffParameters(readers, operation, match),
    ...diffResponses(readers, operation, match),
    ...diffOperationKeywords(operation, match),
  ];
}

function nameOf({ id, verb, path, kind }: Operation): OperationName {
  return { id, label: id ?? `${verb.toUpperCase()} ${path}`, trigger: kind === 'trigger' };
}

function removedDraft(operation: Operation, webhooks: readonly Operation[]): Draft {
  const name = nameOf(operation);
  const known = member(operation.value, 'deprecated') === true ? ', which was deprecated,' : '';
  const webhook = isDelete(operation) ? webhooks.find((one) => isBelow(operation, one)) : undefined;
  const by = webhook === undefined ? '' : `, by which flows unsubscribe from ${quote(webhook.id ?? webhook.path)},`;
  return {
    kind: webhook === undefined ? 'operation-removed' : 'webhook-delete-removed',
    // An app never calls what its makers do not see.
    operation: webhook !== undefined && isInternal(operation.value) ? { ...name, trigger: true } : name,
    place: { part: 'openapi', pointer: operation.pointer, removed: true },
    about: [operation.verb, operation.path],
    message: `${titleOf(operation)} ${quote(name.label)}${known}${by} is removed`,
  };
}

function isDelete({ verb }: Operation): boolean {
  return verb === 'delete';
}

/** Webhook triggers that go on. */
function webhooksOf(reader: SchemaReader, matched: readonly Match<Operation>[]): Operation[] {
  return matched
    .map(({ after }) => after)
    .filter((operation) => operation.kind === 'trigger' && isWebhook(reader, operation));
}

/** A subscription is deleted where it was made: at the trigger's path, or one step below it. */
function isBelow(operation: Operation, { path }: Operation): boolean {
  const rest = shapeOf(operation.path).replace(/\/$/, '');
  const base = shapeOf(path).replace(/\/$/, '');
  return rest === base || rest === `${base}/{}`;
}

function addedDraft(operation: Operation): Draft {
  const name = nameOf(operation);
  const place: Place = { part: 'openapi', pointer: operation.pointer };
  const message = `${titleOf(operation)} ${quote(name.label)} is added`;
  return { kind: 'operation-added', operation: name, place, about: [operation.verb, operation.path], message };
}

function titleOf({ kind }: Operation): string {
  return kind === 'trigger' ? 'Trigger' : 'Action';
}

function diffIdentity(operation: OperationName, { before, after }: Match<Operation>, probable: boolean): Draft[] {
  const subject = `Operation ${quote(operation.label)}`;
  const draft = (
    kind: ChangeKindName,
    words: string,
    from: Json,
    to: Json | undefined,
    pointer = after.pointer,
  ): Draft => ({
    kind,
    operation,
    place: { part: 'openapi', pointer },
    about: [from, to],
    values: [from, to],
    message: `${words} ${fromTo(from, to)}`,
  });
  const drafts: Draft[] = [];
  if (before.id !== undefined && before.id !== after.id)
    drafts.push(
      draft(
        'operation-id-renamed',
        `Operation at ${quote(after.path)} ${probable ? 'probably ' : ''}changes its id`,
        before.id,
        after.id,
      ),
    );
  if (before.verb !== after.verb)
    drafts.push(draft('operation-verb-changed', `${subject} changes its verb`, before.verb, after.verb));
  if (shapeOf(before.path) !== shapeOf(after.path))
    drafts.push(draft('operation-path-changed', `${subject} changes its path`, before.path, after.path));
  else if (before.path !== after.path)
    drafts.push(draft('operation-placeholder-renamed', `${subject} changes its path`, before.path, after.path));
  return drafts;
}

function diffVisibility(operation: OperationName, { before, after }: Match<Operation>): Draft[] {
  const from = visibilityOf(before);
  const to = visibilityOf(after);
  if (from === to) return [];
  const hidden = to === 'internal';
  const words = hidden ? 'is hidden from makers' : `changes its visibility ${fromTo(from, to)}`;
  const kind = hidden ? 'operation-hidden' : 'operation-visibility-changed';
  const message = `Operation ${quote(operation.label)} ${words}`;
  return [
    { kind, operation, place: keywordPlace(after, 'x-ms-visibility'), about: [from, to], values: [from, to], message },
  ];
}

function visibilityOf(operation: Operation): string {
  return stringMember(operation.value, 'x-ms-visibility') || 'none';
}
