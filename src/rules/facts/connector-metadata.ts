import { arrayMember, isObject, member, stringMember, type Json, type JsonObject } from '../../domain/json.ts';
import { pointerTo, type Pointer } from '../../domain/pointer.ts';

export const METADATA_KEY = 'x-ms-connector-metadata';
export const METADATA_NAMES = ['Website', 'Privacy policy', 'Categories'] as const;
export type MetadataName = (typeof METADATA_NAMES)[number];

/** One pair of `x-ms-connector-metadata`. */
export interface MetadataEntry {
  /** As written. */
  readonly name: string;
  /** The name that the platform knows it by: compared without case, spaces and signs. */
  readonly means: MetadataName | undefined;
  readonly value: Json | undefined;
  readonly pointer: Pointer;
}

export function metadataEntriesOf(document: JsonObject): MetadataEntry[] {
  return (arrayMember(document, METADATA_KEY) ?? []).flatMap((entry, index) => {
    const name = stringMember(entry, 'propertyName');
    if (!isObject(entry) || name === undefined) return [];
    const pointer = pointerTo(METADATA_KEY, index);
    return [{ name, means: nameMeantBy(name), value: member(entry, 'propertyValue'), pointer }];
  });
}

function nameMeantBy(name: string): MetadataName | undefined {
  const letters = lettersOf(name);
  return METADATA_NAMES.find((known) => lettersOf(known) === letters);
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}
