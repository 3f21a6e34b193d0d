import { createHash } from 'node:crypto';
import type { Change } from '../domain/change.ts';
import type { Json } from '../domain/json.ts';
import type { Pointer } from '../domain/pointer.ts';
import { canonicalText } from './canonical-text.ts';
import { CHANGE_KINDS, type ChangeKind, type ChangeKindName } from './change-kinds.ts';

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

/** A change as the areas find it: `makeChange` adds what the table knows, and the fingerprint. */
export interface Draft {
  readonly kind: ChangeKindName;
  /** What names the operation in fingerprints, and its id for the report. */
  readonly operation?: OperationName;
  readonly place: Place;
  /** Parameter name, property path, from, to: what makes this change differ from others of its kind. Never text for people. */
  readonly about: readonly (Json | undefined)[];
  readonly message: string;
}

export interface OperationName {
  readonly id: string | undefined;
  /** The id, or verb and path when there is none. */
  readonly label: string;
  /** Power Apps has no triggers: what happens to one does not hit it. */
  readonly trigger: boolean;
}

export function makeChange(connector: string, draft: Draft): Change {
  const { kind, operation, place, about, message } = draft;
  const row: ChangeKind = CHANGE_KINDS[kind];
  return {
    kind,
    class: row.class,
    ...(row.effect === undefined ? {} : { effect: row.effect }),
    connector,
    ...(operation?.id === undefined ? {} : { operationId: operation.id }),
    pointer: place.pointer,
    part: place.part,
    removed: place.removed === true,
    message,
    products: operation?.trigger === true ? row.products.filter((one) => one !== 'power-apps') : row.products,
    fingerprint: fingerprintOf([kind, connector, operation?.label ?? '', ...about]),
  };
}

/** 16 hexadecimal digits: enough that two changes of one connector never share them, short enough to be typed. */
function fingerprintOf(args: readonly (Json | undefined)[]): string {
  const text = JSON.stringify(args.map(canonicalText));
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
