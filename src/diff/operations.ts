import { member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { operationsOf, type Operation } from '../domain/operation.ts';
import { child } from '../domain/pointer.ts';
import type { Readers } from './compare-schemas.ts';
import type { ChangeKindName } from './change-kinds.ts';
import type { Draft, OperationName, Place } from './draft.ts';
import { SchemaReader } from './effective-schema.ts';
import { Identical } from './identical.ts';
import { diffInherited } from './inherited.ts';
import { matchOperations, shapeOf } from './match-operations.ts';
import type { Match } from './match.ts';
import { diffOperationKeywords } from './operation-keywords.ts';
import { diffParameters } from './parameters.ts';
import { diffResponses } from './responses.ts';
import { diffSecurity } from './security-requirements.ts';
import { diffTrigger, NOTIFICATION } from './triggers.ts';
import { fromTo, quote } from './wording.ts';

/** Every change to the operations of two OpenAPI 2.0 documents, in the order of the older one, what is added last. */
export function diffOperations(before: JsonObject, after: JsonObject): Draft[] {
  const identical = new Identical(before, after);
  const readers = { before: new SchemaReader(before), after: new SchemaReader(after), identical };
  const { matched, removed, added } = matchOperations(operationsOf(before), operationsOf(after));
  return [
    ...removed.map(removedDraft),
    ...matched.flatMap((match) => (isSame(identical, match) ? [] : diffOperation(readers, match))),
    ...diffInherited({ before, after }, matched, nameOf),
    ...diffSecurity({ before, after }, matched, nameOf),
    ...added.map(addedDraft),
  ];
}

/** Nearly all operations of an update are: with what they share with others at their path. */
function isSame(identical: Identical, { before, after }: Match<Operation>): boolean {
  return (
    before.path === after.path &&
    before.verb === after.verb &&
    identical.same(before.value, after.value) &&
    AT_PATH.every((key) => identical.same(member(before.pathItem, key), member(after.pathItem, key)))
  );
}

/** What an operation takes from its path. */
const AT_PATH = ['parameters', NOTIFICATION] as const;

function diffOperation(readers: Readers, match: Match<Operation>): Draft[] {
  const operation = nameOf(match.after);
  return [
    ...diffIdentity(operation, match),
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

function removedDraft(operation: Operation): Draft {
  const name = nameOf(operation);
  const known = member(operation.value, 'deprecated') === true ? ', which was deprecated,' : '';
  return {
    kind: 'operation-removed',
    operation: name,
    place: { part: 'openapi', pointer: operation.pointer, removed: true },
    about: [operation.verb, operation.path],
    message: `${titleOf(operation)} ${quote(name.label)}${known} is removed`,
  };
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

function diffIdentity(operation: OperationName, { before, after }: Match<Operation>): Draft[] {
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
    drafts.push(draft('operation-id-renamed', `Operation at ${quote(after.path)} changes its id`, before.id, after.id));
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

function diffDeprecation(operation: OperationName, { before, after }: Match<Operation>): Draft[] {
  const was = member(before.value, 'deprecated') === true;
  const is = member(after.value, 'deprecated') === true;
  if (was === is) return [];
  const kind = is ? 'operation-deprecated' : 'operation-undeprecated';
  const message = `Operation ${quote(operation.label)} is ${is ? 'deprecated' : 'no longer deprecated'}`;
  return [{ kind, operation, place: keywordPlace(after, 'deprecated'), about: [is], message }];
}

function keywordPlace(operation: Operation, keyword: string): Place {
  const there = member(operation.value, keyword) !== undefined;
  return { part: 'openapi', pointer: there ? child(operation.pointer, keyword) : operation.pointer };
}
