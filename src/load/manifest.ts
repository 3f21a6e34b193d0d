import type { Acknowledgement, Manifest, Suppression } from '../domain/connector.ts';
import { arrayMember, stringMember, type Json, type JsonObject } from '../domain/json.ts';

/** What connector.yaml says to the repository alone. An entry of the wrong shape is left out: the schema reports it. */
export function manifestOf(native: JsonObject): Manifest {
  return {
    formerNames: stringsOf(native, 'formerNames'),
    labels: stringsOf(native, 'labels'),
    suppressions: (arrayMember(native, 'suppressions') ?? []).flatMap(suppressionOf),
    acknowledgements: (arrayMember(native, 'acknowledgements') ?? []).flatMap(acknowledgementOf),
  };
}

function suppressionOf(entry: Json): Suppression[] {
  const rule = stringMember(entry, 'rule');
  const reason = stringMember(entry, 'reason');
  const owner = stringMember(entry, 'owner');
  const expires = stringMember(entry, 'expires');
  if (rule === undefined || reason === undefined || owner === undefined || expires === undefined) return [];
  const place = stringMember(entry, 'place');
  return [{ rule, reason, owner, expires, ...(place === undefined ? {} : { place }) }];
}

function acknowledgementOf(entry: Json): Acknowledgement[] {
  const base = stringMember(entry, 'base');
  const reason = stringMember(entry, 'reason');
  const owner = stringMember(entry, 'owner');
  if (base === undefined || reason === undefined || owner === undefined) return [];
  return [{ base, reason, owner, fingerprints: stringsOf(entry, 'fingerprints') }];
}

function stringsOf(value: Json, key: string): string[] {
  return (arrayMember(value, key) ?? []).filter((entry) => typeof entry === 'string');
}
