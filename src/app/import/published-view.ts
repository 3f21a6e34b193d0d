import { convertOpenApi3, type DocumentFolder } from '../../convert/openapi-3-to-2.ts';
import { member, type JsonObject } from '../../domain/json.ts';
import type { Pointer } from '../../domain/pointer.ts';
import type { ImportLoss } from './draft.ts';

/** An OpenAPI document as the products see it: 2.0, and the way back to the author's places. */
export interface PublishedView {
  readonly document: JsonObject;
  readonly pointerOf: (pointer: Pointer) => Pointer;
  /** Whether a place is in the document itself, and not in a file that it refers to. */
  readonly isHere: (pointer: Pointer) => boolean;
  readonly losses: readonly ImportLoss[];
  /** What is wrong to publish without. */
  readonly refused: readonly ImportLoss[];
}

const ALONE = { pointerOf: (pointer: Pointer) => pointer, isHere: () => true, losses: [], refused: [] };

/** `files`: those around the document, where it is in several. */
export function publishedView(authored: JsonObject, files?: DocumentFolder): PublishedView {
  if (!isOpenApi3(authored)) return { document: authored, ...ALONE };
  const { document, placeOf, pointerOf, losses, refused } = convertOpenApi3(authored, files);
  return { document, pointerOf, isHere: (pointer) => placeOf(pointer).file === undefined, losses, refused };
}

export function isOpenApi3(document: JsonObject): boolean {
  const version = member(document, 'openapi');
  const isThree = (typeof version === 'string' || typeof version === 'number') && /^3(?:\.|$)/.test(String(version));
  return isThree && member(document, 'swagger') === undefined;
}
