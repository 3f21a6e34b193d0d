import type { TreePart } from './connector.ts';
import type { JsonObject } from './json.ts';
import type { Pointer } from './pointer.ts';

/** A part that its file holds as it is, below `prefix`. */
export function plainPart(
  file: string,
  value: JsonObject,
  prefix: Pointer = '',
): TreePart & Required<Pick<TreePart, 'prefix'>> {
  return { file, value, prefix, placeOf: (pointer) => ({ file, pointer: prefix + pointer }) };
}
