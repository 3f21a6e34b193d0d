import { hash } from 'node:crypto';
import type { Change, Product } from '../domain/change.ts';
import { member, type Json } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { canonicalText } from './canonical-text.ts';
import { CHANGE_KINDS, type ChangeKind, type ChangeKindName } from './change-kinds.ts';
import { quote } from './wording.ts';

export interface Place {
  readonly part: Change['part'];
  readonly pointer: Pointer;
  /** Into the older version. */
  readonly removed?: true;
}

/** A place in the newer version, or in the older one for what is gone. */
export function placeIn(part: Place['part'], pointer: Pointer, removed: boolean): Place {
  return removed ? { part, pointer, removed: true } : { part, pointer };
}

/** A keyword of an operation, or the operation where it has none. */
export function keywordPlace({ value, pointer }: Operation, keyword: string): Place {
  return { part: 'openapi', pointer: member(value, keyword) === undefined ? pointer : child(pointer, keyword) };
}

/** A change as the areas find it: `makeChange` adds what the table knows, and the fingerprint. */
export interface Draft {
  readonly kind: ChangeKindName;
  /** What names the operation in fingerprints, and its id for the report. */
  readonly operation?: OperationName;
  readonly place: Place;
  /** Parameter name, property path, from, to: what makes this change differ from others of its kind. Never text for people. */
  readonly about: readonly (Json | undefined)[];
  /** What was there and what is there now, for people. Never what may be a secret. */
  readonly values?: readonly [from: Json | undefined, to: Json | undefined];
  /** Of what can reach several operations, a function of their names in words. */
  readonly message: string | ((operations: string) => string);
  /** Set where the place may be shared: what makes it the same change wherever it is met. */
  readonly shared?: readonly (Json | undefined)[];
  /** The drafts of each operation that it reaches, itself the first. */
  readonly members?: readonly Draft[];
  readonly probable?: true;
}

export interface OperationName {
  readonly id: string | undefined;
  /** The id, or verb and path when there is none. */
  readonly label: string;
  /** Power Apps has no triggers: what happens to one does not hit it. */
  readonly trigger: boolean;
}

/** What the caller knows of a connector and its files do not say. */
export interface ConnectorFacts {
  /** Whether Microsoft has certified it: then some changes are not allowed at all. */
  readonly certified: boolean;
}

export function makeChange(
  connector: string,
  draft: Draft,
  { certified }: ConnectorFacts = { certified: false },
): Change {
  const { kind, operation, place, members } = draft;
  const row: ChangeKind = CHANGE_KINDS[kind];
  return {
    kind,
    class: certified && row.forbiddenWhenCertified === true ? 'forbidden' : row.class,
    ...(row.effect === undefined ? {} : { effect: row.effect }),
    connector,
    ...(operation?.id === undefined || members !== undefined ? {} : { operationId: operation.id }),
    ...(members === undefined ? {} : { operations: labelsOf(members) }),
    pointer: place.pointer,
    part: place.part,
    removed: place.removed === true,
    message: messageOf(draft),
    ...valuesOf(draft),
    products: productsOf(row, members ?? [draft]),
    ...(draft.probable === undefined ? {} : { probable: draft.probable }),
    fingerprint: members === undefined ? fingerprintOf(connector, draft) : sharedFingerprint(connector, members),
  };
}

function labelsOf(drafts: readonly Draft[]): string[] {
  return [...new Set(drafts.map(({ operation }) => operation?.label ?? ''))];
}

function messageOf({ message, operation, members }: Draft): string {
  if (typeof message === 'string') return message;
  const others = members === undefined ? 0 : labelsOf(members).length - 1;
  const more = others === 0 ? '' : ` and ${others} other operation${others === 1 ? '' : 's'}`;
  return message(`${quote(operation?.label)}${more}`);
}

function valuesOf({ values: [before, after] = [undefined, undefined] }: Draft): Pick<Change, 'before' | 'after'> {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function productsOf({ products }: ChangeKind, drafts: readonly Draft[]): readonly Product[] {
  const triggers = drafts.every(({ operation }) => operation?.trigger === true);
  return triggers ? products.filter((one) => one !== 'power-apps') : products;
}

/** 16 hexadecimal digits: enough that two changes of one connector never share them, short enough to be typed. */
function fingerprintOf(connector: string, { kind, operation, about }: Draft): string {
  return hashOf([kind, connector, operation?.label ?? '', ...about]);
}

/** Names every operation that is reached: one more, and it is another change. */
function sharedFingerprint(connector: string, members: readonly Draft[]): string {
  return hashOf(['shared', ...members.map((draft) => fingerprintOf(connector, draft)).sort()]);
}

function hashOf(args: readonly (Json | undefined)[]): string {
  return hash('sha256', JSON.stringify(args.map(canonicalText))).slice(0, 16);
}
