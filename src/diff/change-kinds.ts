import type { ChangeClass, ChangeEffect, Product } from '../domain/change.ts';

/** One row of the table of kinds. `minorUpdate`: the official label of an update that holds nothing else is "minor". */
export interface ChangeKind {
  readonly class: ChangeClass;
  readonly effect?: ChangeEffect;
  readonly products: readonly Product[];
  readonly title: string;
  readonly minorUpdate?: true;
  /** `forbidden` for a connector that Microsoft has certified, whatever the class. */
  readonly forbiddenWhenCertified?: true;
}

const ALL: readonly Product[] = ['logic-apps', 'power-automate', 'power-apps'];
/** Products that run workflows: only they have triggers. */
const FLOWS: readonly Product[] = ['logic-apps', 'power-automate'];

const flowFails = { class: 'breaking', effect: 'flow-fails', products: ALL } as const;
const designerBreaks = { class: 'breaking', effect: 'designer-breaks', products: ALL } as const;
const connectionBreaks = { class: 'breaking', effect: 'connection-breaks', products: ALL } as const;
const warning = { class: 'warning', products: ALL } as const;
const safe = { class: 'safe', products: ALL } as const;
const minor = { class: 'safe', products: ALL, minorUpdate: true } as const;

/** Every kind of change, by its public code. A code is never renamed and never reused; docs/changes has a page for each. */
export const CHANGE_KINDS = {
  'operation-added': { ...safe, title: 'Operation added' },
  'operation-removed': { ...flowFails, title: 'Operation removed' },
  'operation-removed-after-notice': {
    ...warning,
    effect: 'flow-fails',
    title: 'Operation removed after its notice',
  },
  'operation-id-renamed': {
    ...flowFails,
    products: ['power-automate', 'power-apps'],
    title: 'Operation has another id',
  },
  'operation-path-changed': { ...flowFails, products: ['logic-apps'], title: 'Path of an operation changed' },
  'operation-placeholder-renamed': { ...safe, title: 'Placeholder in a path renamed' },
  'operation-verb-changed': { ...flowFails, products: ['logic-apps'], title: 'Verb of an operation changed' },
  'operation-hidden': { ...designerBreaks, title: 'Operation hidden' },
  'operation-visibility-changed': { ...safe, title: 'Visibility of an operation changed' },
  'operation-deprecated': { ...safe, title: 'Operation deprecated' },
  'operation-deprecated-without-suffix': { ...warning, title: 'Operation deprecated without a word to makers' },
  'operation-undeprecated': { ...safe, title: 'Operation no longer deprecated' },
  'operation-security-changed': { ...connectionBreaks, title: 'Security requirement changed' },
  'consumes-changed': { ...warning, title: 'Request media types changed' },
  'request-media-types-replaced': { ...flowFails, title: 'Request media types replaced' },
  'produces-changed': { ...warning, title: 'Response media types changed' },
  'response-media-types-replaced': { ...flowFails, title: 'Response media types replaced' },
  'summary-changed': { ...minor, title: 'Summary changed' },
  'description-changed': { ...minor, title: 'Description changed' },
  'detail-changed': { ...safe, title: 'Detail changed' },
  'setting-changed': { ...warning, title: 'Setting changed' },
  'too-many-changes': { ...flowFails, title: 'Too many changes to compare' },

  'trigger-added-to-action': { ...flowFails, title: 'Action became a trigger' },
  'trigger-removed-from-operation': { ...flowFails, products: FLOWS, title: 'Trigger became an action' },
  'trigger-kind-changed': { ...flowFails, products: FLOWS, title: 'Trigger changed between single and batch' },
  'trigger-mode-changed': { ...flowFails, products: FLOWS, title: 'Trigger changed between polling and webhook' },
  'trigger-metadata-changed': { ...flowFails, products: FLOWS, title: 'Trigger metadata changed' },
  'webhook-delete-removed': { ...flowFails, title: 'Unsubscribe operation of a webhook removed' },

  'parameter-removed': { ...flowFails, title: 'Parameter removed' },
  'parameter-renamed': { ...flowFails, title: 'Parameter probably renamed' },
  'required-parameter-added': { ...flowFails, title: 'Required parameter added' },
  'required-parameter-added-with-default': { ...safe, title: 'Required parameter added, hidden and with a default' },
  'optional-parameter-added': { ...safe, title: 'Optional parameter added' },
  'parameter-made-required': { ...flowFails, title: 'Parameter became required' },
  'parameter-made-required-with-default': { ...safe, title: 'Hidden parameter with a default became required' },
  'parameter-made-optional': { ...flowFails, products: ['power-apps'], title: 'Parameter became optional' },
  'required-parameter-order-changed': {
    ...flowFails,
    products: ['power-apps'],
    title: 'Required parameters in another order',
  },
  'parameter-location-changed': { ...flowFails, title: 'Location of a parameter changed' },
  'parameter-type-changed': { ...flowFails, title: 'Type of a parameter changed' },
  'parameter-type-widened': { ...warning, title: 'Type of a parameter widened' },
  'parameter-format-changed': { ...warning, title: 'Format of a parameter changed' },
  'parameter-format-incompatible': { ...flowFails, title: 'Format of a parameter changed to an incompatible one' },
  'collection-format-changed': { ...flowFails, title: 'Collection format changed' },
  'url-encoding-changed': { ...flowFails, title: 'URL encoding of a parameter changed' },
  'parameter-enum-added': { ...flowFails, title: 'List of values added to a parameter' },
  'parameter-enum-narrowed': { ...flowFails, title: 'List of values of a parameter narrowed' },
  'parameter-enum-widened': { ...safe, title: 'List of values of a parameter widened' },
  'parameter-default-changed': { ...warning, title: 'Default of a parameter changed' },
  'parameter-hidden': { ...designerBreaks, title: 'Parameter hidden' },
  'parameter-hidden-with-default': { ...warning, title: 'Required parameter with a default hidden' },
  'parameter-visibility-changed': { ...safe, title: 'Visibility of a parameter changed' },
  'parameter-made-not-nullable': { ...flowFails, title: 'Parameter may no longer be null' },
  'parameter-constraint-tightened': { ...warning, title: 'Limit of an optional parameter tightened' },
  'required-parameter-constraint-tightened': { ...flowFails, title: 'Limit of a required parameter tightened' },
  'parameter-constraint-loosened': { ...safe, title: 'Limit of a parameter loosened' },
  'parameter-constraint-changed': { ...warning, title: 'Constraint of a parameter changed' },
  'body-parameter-renamed': { ...warning, products: FLOWS, title: 'Body parameter renamed' },
  'dynamic-values-changed': { ...warning, title: 'Source of dynamic values changed' },
  'dynamic-title-changed': { ...safe, title: 'Shown part of dynamic values changed' },
  'dynamic-value-path-changed': { ...designerBreaks, title: 'Stored value of dynamic values changed' },
  'dynamic-schema-changed': { ...designerBreaks, products: FLOWS, title: 'Fields became dynamic, or static' },
  'dynamic-schema-source-changed': { ...warning, products: FLOWS, title: 'Source of a dynamic schema changed' },
  'discriminator-changed': { ...warning, title: 'Discriminator changed' },
  'display-order-changed': { ...minor, title: 'Shown in another order' },

  'input-field-removed': { ...flowFails, title: 'Input field removed' },
  'input-field-renamed': { ...flowFails, title: 'Input field probably renamed' },
  'input-field-required-added': { ...flowFails, title: 'Required input field added' },
  'input-field-required-added-with-default': {
    ...safe,
    title: 'Required input field added, hidden and with a default',
  },
  'input-field-added-optional': { ...safe, title: 'Optional input field added' },
  'input-field-made-required': { ...flowFails, title: 'Input field became required' },
  'input-field-made-required-with-default': { ...safe, title: 'Hidden input field with a default became required' },
  'input-field-made-optional': { ...safe, title: 'Input field became optional' },
  'input-field-type-changed': { ...flowFails, title: 'Type of an input field changed' },
  'input-field-type-widened': { ...warning, title: 'Type of an input field widened' },
  'input-field-format-changed': { ...warning, title: 'Format of an input field changed' },
  'input-field-format-incompatible': {
    ...flowFails,
    title: 'Format of an input field changed to an incompatible one',
  },
  'input-field-enum-added': { ...flowFails, title: 'List of values added to an input field' },
  'input-field-enum-narrowed': { ...flowFails, title: 'List of values of an input field narrowed' },
  'input-field-enum-widened': { ...safe, title: 'List of values of an input field widened' },
  'input-field-default-changed': { ...warning, title: 'Default of an input field changed' },
  'input-field-hidden': { ...designerBreaks, title: 'Input field hidden' },
  'input-field-hidden-with-default': { ...warning, title: 'Required input field with a default hidden' },
  'input-field-visibility-changed': { ...safe, title: 'Visibility of an input field changed' },
  'input-field-made-not-nullable': { ...flowFails, title: 'Input field may no longer be null' },
  'input-field-made-read-only': { ...warning, title: 'Input field became read-only' },
  'input-field-made-writable': { ...safe, title: 'Input field no longer read-only' },
  'input-field-constraint-tightened': { ...warning, title: 'Limit of an optional input field tightened' },
  'required-input-field-constraint-tightened': { ...flowFails, title: 'Limit of a required input field tightened' },
  'input-field-constraint-loosened': { ...safe, title: 'Limit of an input field loosened' },
  'input-field-constraint-changed': { ...warning, title: 'Constraint of an input field changed' },

  'output-field-removed': { ...flowFails, title: 'Output field removed' },
  'output-field-renamed': { ...flowFails, title: 'Output field probably renamed' },
  'output-field-added': { ...safe, title: 'Output field added' },
  'output-field-type-changed': { ...flowFails, title: 'Type of an output field changed' },
  'output-field-type-narrowed': { ...warning, title: 'Type of an output field narrowed' },
  'output-field-format-changed': { ...flowFails, title: 'Format of an output field changed' },
  'output-field-made-optional': { ...warning, title: 'Output field became optional' },
  'output-field-made-required': { ...safe, title: 'Output field became required' },
  'output-field-made-nullable': { ...warning, title: 'Output field may be null' },
  'output-field-made-not-nullable': { ...safe, title: 'Output field is never null' },
  'output-field-constraint-loosened': { ...warning, title: 'Limit of an output field loosened' },
  'output-field-constraint-tightened': { ...safe, title: 'Limit of an output field tightened' },
  'output-field-enum-widened': { ...warning, title: 'List of values of an output field widened' },
  'output-field-enum-narrowed': { ...safe, title: 'List of values of an output field narrowed' },
  'output-field-hidden': { ...designerBreaks, title: 'Output field hidden' },
  'output-field-visibility-changed': { ...safe, title: 'Visibility of an output field changed' },
  'success-code-changed': { ...warning, title: 'Success code changed' },
  'success-code-changed-to-202': { ...flowFails, products: FLOWS, title: 'Success code changed to 202' },
  'success-code-added': { ...safe, title: 'Success code added' },
  'success-code-removed': { ...warning, title: 'Success code removed' },
  'error-response-added': { ...safe, title: 'Error response added' },
  'error-response-removed': { ...safe, title: 'Error response removed' },
  'other-response-schema-changed': { ...warning, title: 'Schema of another response changed' },
  'response-header-removed': { ...warning, title: 'Response header removed' },
  'response-header-added': { ...safe, title: 'Response header added' },
  'response-header-type-changed': { ...warning, title: 'Type of a response header changed' },

  'notification-field-removed': { ...flowFails, products: FLOWS, title: 'Notification field removed' },
  'notification-field-renamed': { ...flowFails, products: FLOWS, title: 'Notification field probably renamed' },
  'notification-field-added': { ...safe, products: FLOWS, title: 'Notification field added' },
  'notification-field-type-changed': { ...flowFails, products: FLOWS, title: 'Type of a notification field changed' },
  'notification-field-type-narrowed': { ...warning, products: FLOWS, title: 'Type of a notification field narrowed' },
  'notification-field-format-changed': {
    ...flowFails,
    products: FLOWS,
    title: 'Format of a notification field changed',
  },
  'notification-field-made-optional': { ...warning, products: FLOWS, title: 'Notification field became optional' },
  'notification-field-made-required': { ...safe, products: FLOWS, title: 'Notification field became required' },
  'notification-field-made-nullable': { ...warning, products: FLOWS, title: 'Notification field may be null' },
  'notification-field-made-not-nullable': { ...safe, products: FLOWS, title: 'Notification field is never null' },
  'notification-field-constraint-loosened': {
    ...warning,
    products: FLOWS,
    title: 'Limit of a notification field loosened',
  },
  'notification-field-constraint-tightened': {
    ...safe,
    products: FLOWS,
    title: 'Limit of a notification field tightened',
  },
  'notification-field-enum-widened': {
    ...warning,
    products: FLOWS,
    title: 'List of values of a notification field widened',
  },
  'notification-field-enum-narrowed': {
    ...safe,
    products: FLOWS,
    title: 'List of values of a notification field narrowed',
  },
  'notification-field-hidden': { ...designerBreaks, products: FLOWS, title: 'Notification field hidden' },
  'notification-field-visibility-changed': {
    ...safe,
    products: FLOWS,
    title: 'Visibility of a notification field changed',
  },

  'host-changed': { ...warning, effect: 'flow-fails', title: 'Host changed' },
  'base-path-changed': { ...flowFails, products: ['logic-apps'], title: 'Base path changed' },
  'schemes-changed': { ...warning, title: 'Schemes changed' },
  'auth-type-changed': {
    ...connectionBreaks,
    forbiddenWhenCertified: true,
    title: 'Authentication type changed',
  },
  'api-key-location-changed': { ...flowFails, title: 'Location of the API key changed' },
  'security-definition-changed': { ...warning, title: 'Security definition changed' },
  'oauth-identity-provider-changed': { ...connectionBreaks, title: 'OAuth identity provider changed' },
  'oauth-scopes-added': { ...connectionBreaks, title: 'OAuth scopes added' },
  'oauth-scopes-removed': { ...warning, title: 'OAuth scopes removed' },
  'oauth-url-changed': { ...connectionBreaks, title: 'OAuth address changed' },
  'oauth-redirect-mode-changed': { ...connectionBreaks, title: 'OAuth redirect mode changed' },
  'oauth-setting-changed': { ...warning, title: 'OAuth setting changed' },
  'connection-parameter-removed': { ...connectionBreaks, title: 'Connection parameter removed' },
  'connection-parameter-renamed': { ...connectionBreaks, title: 'Connection parameter probably renamed' },
  'required-connection-parameter-added': { ...connectionBreaks, title: 'Required connection parameter added' },
  'optional-connection-parameter-added': { ...safe, title: 'Optional connection parameter added' },
  'connection-parameter-type-changed': { ...connectionBreaks, title: 'Type of a connection parameter changed' },
  'connection-parameter-made-secret': { ...warning, title: 'Connection parameter became secret' },
  'connection-parameter-made-required': { ...connectionBreaks, title: 'Connection parameter became required' },
  'connection-parameter-made-optional': { ...safe, title: 'Connection parameter became optional' },
  'connection-parameter-values-narrowed': {
    ...connectionBreaks,
    title: 'Allowed values of a connection parameter narrowed',
  },
  'connection-parameter-values-widened': { ...safe, title: 'Allowed values of a connection parameter widened' },
  'connection-parameter-text-changed': { ...minor, title: 'Text of a connection parameter changed' },
  'connection-parameter-setting-changed': { ...warning, title: 'Setting of a connection parameter changed' },
  'connection-parameter-set-removed': { ...connectionBreaks, title: 'Authentication choice removed' },
  'connection-parameter-set-added': { ...safe, title: 'Authentication choice added' },
  'connection-parameter-sets-introduced': { ...connectionBreaks, title: 'Authentication choices introduced' },
  'capabilities-changed': { ...warning, title: 'Capabilities changed' },

  'policy-added': { ...warning, title: 'Policy added' },
  'policy-removed': { ...warning, title: 'Policy removed' },
  'policy-changed': { ...warning, title: 'Policy changed' },
  'policies-reordered': { ...warning, title: 'Policies reordered' },
  'polling-policy-changed': { ...flowFails, products: FLOWS, title: 'Polling policy changed' },
  'script-added': { ...warning, title: 'Custom code added' },
  'script-removed': { ...warning, title: 'Custom code removed' },
  'script-changed': { ...warning, title: 'Custom code changed' },
  'script-operations-changed': { ...warning, title: 'Operations of the custom code changed' },

  'connector-added': { ...safe, title: 'Connector added' },
  'connector-removed': { ...flowFails, title: 'Connector removed' },
  'connector-moved': { ...minor, title: 'Connector moved to another folder' },
  'connector-renamed': { ...flowFails, title: 'Connector renamed' },
  'title-changed': { ...warning, title: 'Title changed' },
  'connector-description-changed': { ...minor, title: 'Description of the connector changed' },
  'contact-changed': { ...minor, title: 'Contact changed' },
  'version-changed': { ...minor, title: 'Version changed' },
  'version-not-moved': { ...warning, products: [], title: 'Version stays with a breaking change' },
  'metadata-changed': { ...safe, title: 'Metadata changed' },
  'icon-changed': { ...minor, title: 'Icon changed' },
  'brand-color-changed': { ...minor, title: 'Brand colour changed' },
  'publisher-changed': { ...minor, title: 'Publisher changed' },
  'stack-owner-changed': { ...minor, title: 'Stack owner changed' },
  'readme-changed': { ...minor, title: 'Readme changed' },
} as const satisfies Readonly<Record<string, ChangeKind>>;

export type ChangeKindName = keyof typeof CHANGE_KINDS;

/** The row of a kind, with the table's own type; undefined for a code that is not in it. */
export function changeKind(kind: string): ChangeKind | undefined {
  return Object.hasOwn(CHANGE_KINDS, kind) ? CHANGE_KINDS[kind as ChangeKindName] : undefined;
}
