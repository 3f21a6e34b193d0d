import type { Pointer } from '../../src/domain/pointer.ts';
import type { Draft } from './draft.ts';
import type { Spot } from './fault.ts';

/** A place in the OpenAPI document. */
export function inDocument(draft: Draft, pointer: Pointer): Spot {
  return { file: draft.names.definition, pointer };
}

/** A place in the properties, as apiProperties.json has them. */
export function inProperties(draft: Draft, pointer: Pointer): Spot {
  return { file: draft.names.properties, pointer: `/properties${pointer}` };
}
