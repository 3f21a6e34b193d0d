import { isArray, member, type Json, type JsonObject } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import { child, pointerTo } from '../domain/pointer.ts';
import { sameJson } from './same-json.ts';
import type { ChangeKindName } from './change-kinds.ts';
import type { Draft, OperationName } from './draft.ts';
import type { Match } from './match.ts';
import { fromTo } from './wording.ts';

/** Keywords that an operation takes from the document unless it has its own. */
const INHERITED: readonly Inherited[] = [
  {
    keyword: 'consumes',
    kind: 'consumes-changed',
    replaced: 'request-media-types-replaced',
    subject: 'Request media types',
    absent: ['application/json'],
    concerns: ({ parameters }) => parameters.some(({ location }) => location === 'body' || location === 'formData'),
  },
  {
    keyword: 'produces',
    kind: 'produces-changed',
    replaced: 'response-media-types-replaced',
    subject: 'Response media types',
    absent: ['application/json'],
    concerns: () => true,
  },
  { keyword: 'schemes', kind: 'schemes-changed', subject: 'Schemes', absent: ['https'], concerns: () => true },
];

interface Inherited {
  readonly keyword: string;
  readonly kind: ChangeKindName;
  /** The kind when none of the older values is left. */
  readonly replaced?: ChangeKindName;
  readonly subject: string;
  readonly absent: Json;
  /** Whether it makes a difference to an operation. */
  readonly concerns: (operation: Operation) => boolean;
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
  const changed = matched.flatMap(({ before, after }): Changed[] => {
    const from = valueOf(row, before.value) ?? shared.from;
    const to = valueOf(row, after.value) ?? shared.to;
    if (sameMembers(from ?? row.absent, to ?? row.absent)) return [];
    return [{ after, from, to, own: valueOf(row, after.value) !== undefined }];
  });
  const inherited = changed.filter(({ own }) => !own);
  const hit = inherited.filter(({ after }) => row.concerns(after));
  const at = pointerTo(row.keyword);
  return [
    ...changed
      .filter(({ own }) => own)
      .map((change) => draftOf(row, nameOf(change.after), child(change.after.pointer, row.keyword), change)),
    // At the document it hits those that it concerns; where it concerns nobody it is still said.
    ...(hit.length > 0 ? hit : inherited).map((change) => draftOf(row, nameOf(change.after), at, change)),
  ].map((draft) => atRoot(draft, row, documents));
}

interface Changed {
  readonly after: Operation;
  readonly from: Json | undefined;
  readonly to: Json | undefined;
  readonly own: boolean;
}

/** An empty list says nothing, like none. */
function valueOf({ keyword }: Inherited, holder: JsonObject): Json | undefined {
  const value = member(holder, keyword);
  return isArray(value) && value.length === 0 ? undefined : value;
}

/** Order never matters in these lists. */
function sameMembers(one: Json, two: Json): boolean {
  if (one === two) return true;
  if (!isArray(one) || !isArray(two)) return sameJson(one, two);
  return one.length === two.length && one.every((value) => two.some((other) => sameJson(value, other)));
}

function draftOf(row: Inherited, operation: OperationName, pointer: string, change: Changed): Draft {
  const from = change.from ?? row.absent;
  const to = change.to ?? row.absent;
  const replaced = row.concerns(change.after) && areReplaced(change.from, change.to);
  return {
    kind: replaced ? (row.replaced ?? row.kind) : row.kind,
    operation,
    place: { part: 'openapi', pointer },
    about: [from, to],
    shared: [from, to],
    values: [from, to],
    message: (operations) => `${row.subject} of ${operations} change ${fromTo(from, to)}`,
  };
}

/** Whether none is left of the media types that were listed. All that is JSON is one; what was never listed is not known. */
function areReplaced(from: Json | undefined, to: Json | undefined): boolean {
  if (!isArray(from) || !isArray(to)) return false;
  const newer = new Set(to.map(mediaTypeOf));
  return !newer.has('*/*') && from.every((one) => mediaTypeOf(one) !== '*/*' && !newer.has(mediaTypeOf(one)));
}

/** Without parameters and in lower case. */
function mediaTypeOf(value: Json): string {
  const [type = ''] = typeof value === 'string' ? value.toLowerCase().split(';') : [];
  return /[/+]json$/.test(type.trim()) ? 'json' : type.trim();
}

/** A keyword that the newer document no longer has: the document itself is the place. */
function atRoot(draft: Draft, { keyword }: Inherited, { after }: Documents): Draft {
  const gone = draft.place.pointer === pointerTo(keyword) && member(after, keyword) === undefined;
  return gone ? { ...draft, place: { part: 'openapi', pointer: '' } } : draft;
}
