import type { Json } from '../domain/json.ts';

/** How a parameter or a field of a schema can differ, whatever it is used for. What that means depends on the direction. */
export type Aspect =
  | 'removed'
  | 'renamed'
  | 'added-required'
  | 'added-with-default'
  | 'added-optional'
  | 'made-required'
  | 'made-required-with-default'
  | 'made-optional'
  | 'type-changed'
  | 'type-widened'
  | 'type-narrowed'
  | 'format-changed'
  | 'format-incompatible'
  | 'made-nullable'
  | 'made-not-nullable'
  | 'enum-added'
  | 'enum-narrowed'
  | 'enum-widened'
  | 'default-changed'
  | 'hidden'
  | 'hidden-with-default'
  | 'visibility-changed'
  | 'constraint-tightened'
  | 'constraint-tightened-required'
  | 'constraint-loosened'
  | 'constraint-changed'
  | 'made-read-only'
  | 'made-writable'
  | 'discriminator-changed'
  | 'reordered'
  | 'collection-format-changed'
  | 'url-encoding-changed'
  | 'dynamic-values-changed'
  | 'dynamic-title-changed'
  | 'dynamic-value-path-changed'
  | 'dynamic-schema-changed'
  | 'dynamic-schema-source-changed'
  | 'summary-changed'
  | 'description-changed'
  | 'setting-changed'
  | 'detail-changed';

/** One aspect in which two schemas differ at the same place. */
export interface AspectChange {
  readonly aspect: Aspect;
  /** The keyword it was read from: where to point. Absent for what concerns the whole place. */
  readonly keyword?: string;
  readonly from?: Json | undefined;
  readonly to?: Json | undefined;
  /** Of a rename: whether the two only look like one. */
  readonly probable?: boolean;
  /** What makes it the same change in another operation: aspect, keyword, and the values in short. */
  readonly key?: readonly (Json | undefined)[];
}
