import type { Acknowledgement, Manifest, Suppression } from '../domain/connector.ts';
import type { At } from '../domain/finding.ts';
import { arrayMember, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { pointerTo, type Pointer } from '../domain/pointer.ts';

/** What connector.yaml says to the repository alone. An entry of the wrong shape is left out: the schema reports it. */
export function manifestOf(native: JsonObject): Manifest {
  return {
    formerNames: stringsOf(native, 'formerNames'),
    labels: stringsOf(native, 'labels'),
    suppressions: suppressionsIn(native, (pointer) => ({ part: 'manifest', pointer })),
    acknowledgements: acknowledgementsIn(native, (pointer) => ({ part: 'manifest', pointer })),
  };
}

// Each is compared with findings and names: what is beyond this suppresses nothing.
const MOST_SUPPRESSIONS = 500;
// Those of bases that moved on are to be deleted: many stand for nothing.
const MOST_ACKNOWLEDGEMENTS = 500;

/** The entries of `suppressions`, in connector.yaml or registry.yaml. One without a day that can be compared is left out as well. */
export function suppressionsIn(value: Json, at: (pointer: Pointer) => At): Suppression[] {
  return (arrayMember(value, 'suppressions') ?? [])
    .slice(0, MOST_SUPPRESSIONS)
    .flatMap((entry, index) => suppressionOf(entry, at(pointerTo('suppressions', index))));
}

function suppressionOf(entry: Json, at: At): Suppression[] {
  const rule = stringMember(entry, 'rule');
  const reason = stringMember(entry, 'reason');
  const owner = stringMember(entry, 'owner');
  const expires = stringMember(entry, 'expires');
  if (rule === undefined || reason === undefined || owner === undefined || expires === undefined) return [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expires)) return [];
  const place = stringMember(entry, 'place');
  return [{ rule, reason, owner, expires, at, ...(place === undefined ? {} : { place }) }];
}

/** The entries of `acknowledgements`, in connector.yaml or registry.yaml. */
export function acknowledgementsIn(value: Json, at: (pointer: Pointer) => At): Acknowledgement[] {
  return (arrayMember(value, 'acknowledgements') ?? [])
    .slice(0, MOST_ACKNOWLEDGEMENTS)
    .flatMap((entry, index) => acknowledgementOf(entry, at(pointerTo('acknowledgements', index))));
}

function acknowledgementOf(entry: Json, at: At): Acknowledgement[] {
  const base = stringMember(entry, 'base');
  const reason = stringMember(entry, 'reason');
  const owner = stringMember(entry, 'owner');
  if (base === undefined || reason === undefined || owner === undefined) return [];
  return [{ base, reason, owner, fingerprints: stringsOf(entry, 'fingerprints'), at }];
}

function stringsOf(value: Json, key: string): string[] {
  return (arrayMember(value, key) ?? []).filter((entry) => typeof entry === 'string');
}
