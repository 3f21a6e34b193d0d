import { DIGEST, flag, list, map, number, NULLABLE_DIGEST, record, text, type Schema } from './schemas.ts';

const PRODUCT = record('Support in one product.', {
  product: text('Product: logic-apps, power-automate or power-apps.'),
  support: text('Support: full, partial or none.'),
  reasons: list('Reasons why it is not full.', text('One reason.')),
});

const SUMMARY_PROPERTIES = {
  name: text('Name of the connector.'),
  digest: DIGEST,
  stage: text('Stage: registered.'),
  source: text('Source: who publishes it.'),
  title: text('Title of the connector.', { nullable: true }),
  publisher: text('Publisher of the connector.', { nullable: true }),
  description: text('Description of the connector.', { nullable: true }),
  categories: list('Categories of the connector.', text('One category.')),
  products: list('Products in which it works.', PRODUCT),
  actions: number('Actions: how many.'),
  triggers: number('Triggers: how many.'),
  hasIcon: flag('Icon: whether there is one.'),
};

const OPERATION_PROPERTIES = {
  id: text('Operation id of the definition.', { nullable: true }),
  kind: text('Kind: action or trigger.'),
  method: text('Method of HTTP.'),
  path: text('Path of the backend.'),
  pointer: text('Pointer into the definition.'),
  summary: text('Summary of the operation.', { nullable: true }),
  description: text('Description of the operation.', { nullable: true }),
  visibility: text('Visibility in the designer.', { nullable: true }),
  deprecated: flag('Deprecated: whether it is.'),
};

const asWritten = (name: string): Schema => ({
  ...map(`${name}: as the author wrote it.`, {}),
  additionalProperties: true,
});

export const SUMMARY = record('A connector in a list.', SUMMARY_PROPERTIES);

export const CONNECTOR = record('A connector.', {
  scope: text('Scope: tenant, subscription and region.'),
  release: NULLABLE_DIGEST,
  sequence: number('Sequence of the release.'),
  ...SUMMARY_PROPERTIES,
  operations: list('Operations of the connector.', record('One operation.', OPERATION_PROPERTIES)),
  connectionParameters: { ...map('Connection parameters by name.', asWritten('Parameter')), nullable: true },
  connectionParameterSets: { ...asWritten('Connection parameter sets'), nullable: true },
});

export const OPERATION = record('An operation.', {
  ...OPERATION_PROPERTIES,
  parameters: list(
    'Parameters, the inherited ones too.',
    record('One parameter.', {
      name: text('Name of the parameter.'),
      in: text('Place: query, path, header, body or formData.'),
      required: flag('Required: whether it is.'),
      value: asWritten('Definition of the parameter'),
    }),
  ),
  value: asWritten('Definition of the operation'),
});

export const REVISIONS = record('Revisions of a connector.', {
  revisions: list(
    'Revisions, the newest first.',
    record('One revision.', {
      digest: DIGEST,
      release: DIGEST,
      sequence: number('Sequence of the first release that served it.'),
      at: text('Time of that release.', { format: 'date-time' }),
      current: flag('Current: whether it is served now.'),
    }),
  ),
});
