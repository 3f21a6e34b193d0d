import { entriesOf, isObject, member, objectMember, type Json, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';

/** One use of an operation to fill a list, a schema or a tree while a maker designs a flow. */
export interface DynamicCall {
  /** For example `x-ms-dynamic-values`; for a tree with its half: `x-ms-dynamic-tree/open`. */
  readonly extension: string;
  readonly value: JsonObject;
  /** The parameter or schema that makes the call; undefined for the file picker of the whole connector. */
  readonly holder: JsonObject | undefined;
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
export function dynamicCallsOf(schema: Placed): DynamicCall[] | undefined {
  let calls: DynamicCall[] | undefined;
  for (const key in schema.value) {
    if (!DYNAMIC.has(key)) continue;
    const value = schema.value[key];
    if (isObject(value)) (calls ??= []).push(...callsOf(schema.value, value, schema.pointer, key));
  }
  return calls;
}

const DYNAMIC: ReadonlySet<string> = new Set(DYNAMIC_EXTENSIONS);

/** Its pointer is only asked for when it makes a call. */
interface Placed {
  readonly value: JsonObject;
  readonly pointer: Pointer;
}

function callsOf(holder: JsonObject, value: JsonObject, pointer: Pointer, extension: string): DynamicCall[] {
  if (extension !== 'x-ms-dynamic-tree') return [callOf(extension, value, child(pointer, extension), holder)];
  return (['open', 'browse'] as const).flatMap((half) => {
    const call = objectMember(value, half);
    return call === undefined ? [] : [callOf(`${extension}/${half}`, call, child(pointer, extension, half), holder)];
  });
}

/** The calls of the file picker that the whole connector declares. */
export function filePickerCallsOf(document: JsonObject): DynamicCall[] {
  const picker = objectMember(objectMember(document, 'x-ms-capabilities'), 'file-picker');
  const pointer = child('', 'x-ms-capabilities', 'file-picker');
  return (['open', 'browse'] as const).flatMap((half) => {
    const call = objectMember(picker, half);
    return call === undefined ? [] : [callOf(`file-picker/${half}`, call, child(pointer, half), undefined)];
  });
}

function callOf(extension: string, value: JsonObject, pointer: Pointer, holder: JsonObject | undefined): DynamicCall {
  const parameters = entriesOf(member(value, 'parameters'));
  return { extension, value, holder, operationId: member(value, 'operationId'), parameters, pointer };
}
