import type { Aspect } from './aspects.ts';
import type { ChangeKindName } from './change-kinds.ts';

/** What a parameter or schema is for: makers fill the first two, and read the others. */
export type Area = 'parameter' | 'input-field' | 'output-field' | 'notification-field';

type Kinds = Readonly<Record<Aspect, ChangeKindName>>;

/** Aspects that mean the same for everything that makers fill. */
const INPUTS = {
  'collection-format-changed': 'collection-format-changed',
  'url-encoding-changed': 'url-encoding-changed',
  'dynamic-values-changed': 'dynamic-values-changed',
  'dynamic-value-path-changed': 'dynamic-value-path-changed',
  'dynamic-schema-changed': 'dynamic-schema-changed',
  'dynamic-schema-source-changed': 'dynamic-schema-source-changed',
  'summary-changed': 'summary-changed',
  'description-changed': 'description-changed',
  'setting-changed': 'setting-changed',
  'detail-changed': 'detail-changed',
} as const;

const PARAMETER: Kinds = {
  ...INPUTS,
  removed: 'parameter-removed',
  'added-required': 'required-parameter-added',
  'added-with-default': 'required-parameter-added-with-default',
  'added-optional': 'optional-parameter-added',
  'made-required': 'parameter-made-required',
  'made-required-with-default': 'parameter-made-required-with-default',
  'made-optional': 'parameter-made-optional',
  'type-changed': 'parameter-type-changed',
  'type-widened': 'parameter-type-widened',
  'type-narrowed': 'parameter-type-changed',
  'format-changed': 'parameter-format-changed',
  'format-incompatible': 'parameter-format-incompatible',
  'made-nullable': 'parameter-type-widened',
  'made-not-nullable': 'parameter-constraint-changed',
  'enum-added': 'parameter-enum-added',
  'enum-narrowed': 'parameter-enum-narrowed',
  'enum-widened': 'parameter-enum-widened',
  'default-changed': 'parameter-default-changed',
  hidden: 'parameter-hidden',
  'hidden-with-default': 'parameter-hidden-with-default',
  'visibility-changed': 'parameter-visibility-changed',
  'constraint-changed': 'parameter-constraint-changed',
};

const INPUT_FIELD: Kinds = {
  ...INPUTS,
  removed: 'input-field-removed',
  'added-required': 'input-field-required-added',
  'added-with-default': 'input-field-required-added-with-default',
  'added-optional': 'input-field-added-optional',
  'made-required': 'input-field-made-required',
  'made-required-with-default': 'input-field-made-required-with-default',
  'made-optional': 'input-field-made-optional',
  'type-changed': 'input-field-type-changed',
  'type-widened': 'input-field-type-widened',
  'type-narrowed': 'input-field-type-changed',
  'format-changed': 'input-field-format-changed',
  'format-incompatible': 'input-field-format-incompatible',
  'made-nullable': 'input-field-type-widened',
  'made-not-nullable': 'input-field-constraint-changed',
  'enum-added': 'input-field-enum-added',
  'enum-narrowed': 'input-field-enum-narrowed',
  'enum-widened': 'input-field-enum-widened',
  'default-changed': 'input-field-default-changed',
  hidden: 'input-field-hidden',
  'hidden-with-default': 'input-field-hidden-with-default',
  'visibility-changed': 'input-field-visibility-changed',
  'constraint-changed': 'input-field-constraint-changed',
};

/** What only limits inputs says nothing that a flow relies on when it reads. */
const OUTPUTS = {
  'collection-format-changed': 'detail-changed',
  'url-encoding-changed': 'detail-changed',
  'default-changed': 'detail-changed',
  'constraint-changed': 'detail-changed',
  'made-not-nullable': 'detail-changed',
  'dynamic-values-changed': 'detail-changed',
  'dynamic-value-path-changed': 'detail-changed',
  'dynamic-schema-changed': 'dynamic-schema-changed',
  'dynamic-schema-source-changed': 'dynamic-schema-source-changed',
  'summary-changed': 'summary-changed',
  'description-changed': 'description-changed',
  'setting-changed': 'detail-changed',
  'detail-changed': 'detail-changed',
} as const;

const OUTPUT_FIELD: Kinds = {
  ...OUTPUTS,
  removed: 'output-field-removed',
  'added-required': 'output-field-added',
  'added-with-default': 'output-field-added',
  'added-optional': 'output-field-added',
  'made-required': 'output-field-made-required',
  'made-required-with-default': 'output-field-made-required',
  'made-optional': 'output-field-made-optional',
  'type-changed': 'output-field-type-changed',
  'type-widened': 'output-field-type-changed',
  'type-narrowed': 'output-field-type-narrowed',
  'format-changed': 'output-field-format-changed',
  'format-incompatible': 'output-field-format-changed',
  'made-nullable': 'output-field-made-nullable',
  'enum-added': 'output-field-enum-narrowed',
  'enum-narrowed': 'output-field-enum-narrowed',
  'enum-widened': 'output-field-enum-widened',
  hidden: 'output-field-hidden',
  'hidden-with-default': 'output-field-hidden',
  'visibility-changed': 'output-field-visibility-changed',
};

const NOTIFICATION_FIELD: Kinds = {
  ...OUTPUTS,
  removed: 'notification-field-removed',
  'added-required': 'notification-field-added',
  'added-with-default': 'notification-field-added',
  'added-optional': 'notification-field-added',
  'made-required': 'notification-field-made-required',
  'made-required-with-default': 'notification-field-made-required',
  'made-optional': 'notification-field-made-optional',
  'type-changed': 'notification-field-type-changed',
  'type-widened': 'notification-field-type-changed',
  'type-narrowed': 'notification-field-type-narrowed',
  'format-changed': 'notification-field-format-changed',
  'format-incompatible': 'notification-field-format-changed',
  'made-nullable': 'notification-field-made-nullable',
  'enum-added': 'notification-field-enum-narrowed',
  'enum-narrowed': 'notification-field-enum-narrowed',
  'enum-widened': 'notification-field-enum-widened',
  hidden: 'notification-field-hidden',
  'hidden-with-default': 'notification-field-hidden',
  'visibility-changed': 'notification-field-visibility-changed',
};

/** The kind that an aspect is, by what the schema is for: the same difference is harmless in one direction and breaks in the other. */
export const KINDS_BY_AREA: Readonly<Record<Area, Kinds>> = {
  parameter: PARAMETER,
  'input-field': INPUT_FIELD,
  'output-field': OUTPUT_FIELD,
  'notification-field': NOTIFICATION_FIELD,
};
