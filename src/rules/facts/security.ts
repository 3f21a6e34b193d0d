import { arrayMember, entriesOf, type Json, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';

/** One name in a `security` list. */
export interface SecurityRequirement {
  readonly name: string;
  readonly scopes: Json;
  readonly pointer: Pointer;
}

export function requirementsOf(holder: JsonObject, pointer: Pointer): SecurityRequirement[] {
  return (arrayMember(holder, 'security') ?? []).flatMap((requirement, index) =>
    entriesOf(requirement).map(([name, scopes]) => ({
      name,
      scopes,
      pointer: child(pointer, 'security', index, name),
    })),
  );
}
