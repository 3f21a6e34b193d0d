import { entriesOf, isObject, member, objectMember, type Json, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';

/** One use of an operation to fill a list, a schema or a tree while a maker designs a flow. */
export interface DynamicCall {
  /** For example `x-ms-dynamic-values`; for a tree with its half: `x-ms-dynamic-tree/open`. */
  readonly extension: string;
  readonly value: JsonObject;
  /** As written. */
  readonly operationId: Json | undefined;
  /** What is passed, by the target's parameter names. */
  readonly parameters: readonly (readonly [name: string, value: Json])[];
  readonly pointer: Pointer;
}

export const DYNAMIC_EXTENSIONS = [
  'x-ms-dynamic-values',
  'x-ms-dynamic-list',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-properties',
  'x-ms-dynamic-tree',
] as const;

/** The dynamic calls that a parameter or schema makes; undefined for none, which is the usual case. */
export function dynamicCallsOf(holder: JsonObject, pointer: Pointer): DynamicCall[] | undefined {
  const used = DYNAMIC_EXTENSIONS.filter((extension) => Object.hasOwn(holder, extension));
  return used.length === 0 ? undefined : used.flatMap((extension) => callsOf(holder, pointer, extension));
}

function callsOf(holder: JsonObject, pointer: Pointer, extension: string): DynamicCall[] {
  const value = member(holder, extension);
  if (!isObject(value)) return [];
  if (extension !== 'x-ms-dynamic-tree') return [callOf(extension, value, child(pointer, extension))];
  return (['open', 'browse'] as const).flatMap((half) => {
    const call = objectMember(value, half);
    return call === undefined ? [] : [callOf(`${extension}/${half}`, call, child(pointer, extension, half))];
  });
}

/** The calls of the file picker that the whole connector declares. */
export function filePickerCallsOf(document: JsonObject): DynamicCall[] {
  const picker = objectMember(objectMember(document, 'x-ms-capabilities'), 'file-picker');
  const pointer = child('', 'x-ms-capabilities', 'file-picker');
  return (['open', 'browse'] as const).flatMap((half) => {
    const call = objectMember(picker, half);
    return call === undefined ? [] : [callOf(`file-picker/${half}`, call, child(pointer, half))];
  });
}

function callOf(extension: string, value: JsonObject, pointer: Pointer): DynamicCall {
  const parameters = entriesOf(member(value, 'parameters'));
  return { extension, value, operationId: member(value, 'operationId'), parameters, pointer };
}
