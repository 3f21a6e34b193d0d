import { member, stringMember, type Json } from '../domain/json.ts';
import type { Operation, Parameter } from '../domain/operation.ts';
import { child, parentOf, type Pointer } from '../domain/pointer.ts';
import { sameJson } from './same-json.ts';
import type { Readers } from './schema-walk.ts';
import type { ChangeKindName } from './change-kinds.ts';
import type { Draft, OperationName } from './draft.ts';
import type { Located, SchemaReader } from './effective-schema.ts';
import type { Match } from './match.ts';
import { diffSchemas } from './schemas.ts';
import { spotAt } from './spot.ts';
import { fromTo, quote } from './wording.ts';

/** What a trigger is that says nothing of how it is asked. */
const ABSENT: Readonly<Record<string, Json>> = { 'x-ms-trigger-metadata': { kind: 'query', mode: 'polling' } };

/** Where a path says what its webhook sends. */
export const NOTIFICATION = 'x-ms-notification-content';

/** Whether an operation starts flows, how, and with what content. */
export function diffTrigger(readers: Readers, operation: OperationName, match: Match<Operation>): Draft[] {
  const { before, after } = match;
  if (before.kind !== after.kind) return [becameDraft(operation, after)];
  if (after.kind === 'action') return [];
  const roots = { before: notificationOf(before), after: notificationOf(after), required: false };
  return [
    ...diffKeyword(operation, match, 'x-ms-trigger', 'trigger-kind-changed'),
    ...diffKeyword(operation, match, 'x-ms-trigger-metadata', 'trigger-metadata-changed'),
    ...diffMode(readers, operation, match),
    ...diffDescription(operation, match),
    ...diffSchemas(readers, { area: 'notification-field', operation, name: '' }, roots),
  ];
}

function becameDraft(operation: OperationName, after: Operation): Draft {
  const place = { part: 'openapi', pointer: after.pointer } as const;
  const [kind, words]: [ChangeKindName, string] =
    after.kind === 'trigger'
      ? ['trigger-added-to-action', 'becomes a trigger']
      : ['trigger-removed-from-operation', 'is no longer a trigger'];
  // Apps that called it as an action are hit too.
  const called = { ...operation, trigger: false };
  return {
    kind,
    operation: called,
    place,
    about: [after.kind],
    message: `Operation ${quote(operation.label)} ${words}`,
  };
}

function diffKeyword(
  operation: OperationName,
  { before, after }: Match<Operation>,
  keyword: string,
  kind: ChangeKindName,
): Draft[] {
  const from = member(before.value, keyword);
  const to = member(after.value, keyword);
  if (sameJson(from ?? ABSENT[keyword], to ?? ABSENT[keyword])) return [];
  const message = `Trigger ${quote(operation.label)} changes ${quote(keyword)} ${fromTo(from, to)}`;
  return [{ kind, operation, place: placeOf(after, keyword, to), about: [from, to], values: [from, to], message }];
}

function placeOf(after: Operation, keyword: string, value: Json | undefined): { part: 'openapi'; pointer: Pointer } {
  return { part: 'openapi', pointer: value === undefined ? after.pointer : child(after.pointer, keyword) };
}

function diffMode(readers: Readers, operation: OperationName, { before, after }: Match<Operation>): Draft[] {
  const from = modeOf(readers.before, before);
  const to = modeOf(readers.after, after);
  if (from === to) return [];
  const message = `Trigger ${quote(operation.label)} changes ${fromTo(from, to)}`;
  const place = { part: 'openapi', pointer: after.pointer } as const;
  return [{ kind: 'trigger-mode-changed', operation, place, about: [from, to], values: [from, to], message }];
}

/** A webhook trigger hands over an address, or says what will be sent to it. */
function modeOf(reader: SchemaReader, operation: Operation): 'webhook' | 'polling' {
  return isWebhook(reader, operation) ? 'webhook' : 'polling';
}

export function isWebhook(reader: SchemaReader, { pathItem, parameters }: Operation): boolean {
  return member(pathItem, NOTIFICATION) !== undefined || parameters.some((parameter) => hasAddress(reader, parameter));
}

function hasAddress(reader: SchemaReader, { value, definedAt }: Parameter): boolean {
  const seen = new Set<object>();
  // The reader remembers what it has read with its place, so that must be the right one.
  const stack: Located[] = [
    { value, spot: spotAt(definedAt) },
    { value: member(value, 'schema'), spot: spotAt(child(definedAt, 'schema')) },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const schema = reader.read(next);
    if (schema.keywords.get('x-ms-notification-url') !== undefined) return true;
    if (seen.has(schema.identity)) continue;
    seen.add(schema.identity);
    for (const property of schema.properties.values()) stack.push(property);
  }
  return false;
}

function diffDescription(operation: OperationName, { before, after }: Match<Operation>): Draft[] {
  const [older, newer] = [member(before.pathItem, NOTIFICATION), member(after.pathItem, NOTIFICATION)];
  const [from, to] = [stringMember(older, 'description') ?? '', stringMember(newer, 'description') ?? ''];
  if (older === undefined || newer === undefined || from === to) return [];
  const pointer = child(parentOf(after.pointer), NOTIFICATION);
  return [
    {
      kind: 'description-changed',
      operation,
      place: { part: 'openapi', pointer },
      about: ['notification', from, to],
      values: [from, to],
      message: `Notification of ${quote(operation.label)} has another description`,
    },
  ];
}

/** What a webhook sends stands at the path, beside the operation. */
function notificationOf(operation: Operation): Located | undefined {
  const schema = member(member(operation.pathItem, NOTIFICATION), 'schema');
  if (schema === undefined) return undefined;
  const pointer = child(parentOf(operation.pointer), NOTIFICATION, 'schema');
  return { value: schema, spot: spotAt(pointer) };
}

/** Keywords of an operation that this file compares. */
export const TRIGGER_KEYWORDS: readonly string[] = ['x-ms-trigger', 'x-ms-trigger-metadata'];
