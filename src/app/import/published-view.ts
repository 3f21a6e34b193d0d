import { convertOpenApi3 } from '../../convert/openapi-3-to-2.ts';
import { member, type JsonObject } from '../../domain/json.ts';
import type { Pointer } from '../../domain/pointer.ts';
import type { ImportLoss } from './draft.ts';

/** An OpenAPI document as the products see it: 2.0, and the way back to the author's places. */
export interface PublishedView {
  readonly document: JsonObject;
  readonly pointerOf: (pointer: Pointer) => Pointer;
  readonly losses: readonly ImportLoss[];
  /** What is wrong to publish without. */
  readonly refused: readonly ImportLoss[];
}

export function publishedView(authored: JsonObject): PublishedView {
  if (!isOpenApi3(authored)) return { document: authored, pointerOf: (pointer) => pointer, losses: [], refused: [] };
  return convertOpenApi3(authored);
}

export function isOpenApi3(document: JsonObject): boolean {
  const version = member(document, 'openapi');
  const isThree = (typeof version === 'string' || typeof version === 'number') && /^3(?:\.|$)/.test(String(version));
  return isThree && member(document, 'swagger') === undefined;
}
