import { isArray, member, type Json, type JsonObject } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import { child, pointerTo } from '../domain/pointer.ts';
import { sameJson } from './same-json.ts';
import type { ChangeKindName } from './change-kinds.ts';
import type { Draft, OperationName } from './draft.ts';
import type { Match } from './match.ts';
import { fromTo, quote } from './wording.ts';

/** Keywords that an operation takes from the document unless it has its own. */
const INHERITED: readonly Inherited[] = [
  { keyword: 'consumes', kind: 'consumes-changed', subject: 'Request media types', absent: ['application/json'] },
  { keyword: 'produces', kind: 'produces-changed', subject: 'Response media types', absent: ['application/json'] },
  { keyword: 'schemes', kind: 'schemes-changed', subject: 'Schemes', absent: ['https'] },
];

interface Inherited {
  readonly keyword: string;
  readonly kind: ChangeKindName;
  readonly subject: string;
  readonly absent: Json;
}

export interface Documents {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** Compares what holds for each operation, so that writing it at the document or at every operation is the same. */
export function diffInherited(
  documents: Documents,
  matched: readonly Match<Operation>[],
  nameOf: (operation: Operation) => OperationName,
): Draft[] {
  return INHERITED.flatMap((row) => diffRow(row, documents, matched, nameOf));
}

function diffRow(
  row: Inherited,
  documents: Documents,
  matched: readonly Match<Operation>[],
  nameOf: (operation: Operation) => OperationName,
): Draft[] {
  const shared = { from: valueOf(row, documents.before), to: valueOf(row, documents.after) };
  const changed = matched.flatMap(({ before, after }) => {
    const from = valueOf(row, before.value) ?? shared.from ?? row.absent;
    const to = valueOf(row, after.value) ?? shared.to ?? row.absent;
    return sameMembers(from, to) ? [] : [{ after, from, to, own: valueOf(row, after.value) !== undefined }];
  });
  const own = changed.filter((change) => change.own);
  const inherited = changed.find((change) => !change.own);
  return [
    ...own.map(({ after, from, to }) => draftOf(row, nameOf(after), child(after.pointer, row.keyword), from, to)),
    // Said once for all operations that inherit it.
    ...(inherited === undefined ? [] : [draftOf(row, undefined, pointerTo(row.keyword), inherited.from, inherited.to)]),
  ].map((draft) => atRoot(draft, row, documents));
}

/** An empty list says nothing, like none. */
function valueOf({ keyword }: Inherited, holder: JsonObject): Json | undefined {
  const value = member(holder, keyword);
  return isArray(value) && value.length === 0 ? undefined : value;
}

/** Order never matters in these lists. */
function sameMembers(one: Json, two: Json): boolean {
  if (!isArray(one) || !isArray(two)) return sameJson(one, two);
  return one.length === two.length && one.every((value) => two.some((other) => sameJson(value, other)));
}

function draftOf(
  { kind, subject }: Inherited,
  operation: OperationName | undefined,
  pointer: string,
  from: Json,
  to: Json,
): Draft {
  const of = operation === undefined ? '' : ` of ${quote(operation.label)}`;
  return {
    kind,
    ...(operation === undefined ? {} : { operation }),
    place: { part: 'openapi', pointer },
    about: [from, to],
    values: [from, to],
    message: `${subject}${of} change ${fromTo(from, to)}`,
  };
}

/** A keyword that the newer document no longer has: the document itself is the place. */
function atRoot(draft: Draft, { keyword }: Inherited, { after }: Documents): Draft {
  const gone = draft.operation === undefined && member(after, keyword) === undefined;
  return gone ? { ...draft, place: { part: 'openapi', pointer: '' } } : draft;
}
