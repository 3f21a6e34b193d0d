// Pieces of route schemas. They validate bodies and queries, and they are what /openapi.json is made from.

export interface Schema {
  readonly [keyword: string]: unknown;
}

export const SCOPE_PATH = '/v1/scopes/:tenant/:subscription/:region';

export function text(description: string, more: Schema = {}): Schema {
  return { type: 'string', description, 'x-ms-summary': summaryOf(description), ...more };
}

export function number(description: string): Schema {
  return { type: 'integer', description, 'x-ms-summary': summaryOf(description) };
}

export function flag(description: string): Schema {
  return { type: 'boolean', description, 'x-ms-summary': summaryOf(description) };
}

export function list(description: string, items: Schema, more: Schema = {}): Schema {
  return { type: 'array', description, 'x-ms-summary': summaryOf(description), items, ...more };
}

/** An object whose keys are all known: anything else in a body is refused. */
export function record(description: string, properties: Schema, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return {
    type: 'object',
    description,
    'x-ms-summary': summaryOf(description),
    properties,
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

/** An object with free names. */
export function map(description: string, values: Schema): Schema {
  return { type: 'object', description, 'x-ms-summary': summaryOf(description), additionalProperties: values };
}

export const DIGEST = text('Digest: sha256 and 64 hexadecimal digits.', { pattern: '^sha256:[0-9a-f]{64}$' });
export const NULLABLE_DIGEST = { ...DIGEST, nullable: true };
export const NAMES = list('Names of connectors.', text('Name of a connector.', { maxLength: 63 }), {
  maxItems: 20_000,
});

const PARAMETERS: Readonly<Record<string, Schema>> = {
  tenant: text('Tenant id: a GUID.'),
  subscription: text('Subscription id: a GUID.'),
  region: text('Region: westeurope.'),
  name: text('Connector: its name in the catalog.'),
  digest: text('Digest: sha256 and 64 hexadecimal digits.'),
  operationId: text('Operation: its id, as the definition spells it.'),
  id: text('Id: of what is deleted.'),
};

/** The parameters of a path. They are only described here: one that names nothing is not found, whatever it looks like. */
export function pathParameters(...names: readonly string[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { ...PARAMETERS[name], 'x-ms-url-encoding': 'single' }])),
    required: names,
  };
}

export const scopeParameters = (...more: readonly string[]): Schema =>
  pathParameters('tenant', 'subscription', 'region', ...more);

export const OWNERS = record('Owners: who counts as author.', {
  users: list('Users: Entra object ids.', text('Object id.', { maxLength: 64 }), { maxItems: 200 }),
  groups: list('Groups: Entra object ids.', text('Object id.', { maxLength: 64 }), { maxItems: 200 }),
  github: list('GitHub: numeric ids.', text('Numeric id.', { maxLength: 20 }), { maxItems: 200 }),
});

export const ORIGIN = record(
  'Origin: what the definition was converted from.',
  {
    converter: text('Converter: name and version.', { maxLength: 100 }),
    sourceSha256: text('Source digest: sha256 of the document in version 3.', { pattern: '^[0-9a-f]{64}$' }),
  },
  ['converter', 'sourceSha256'],
);

export const PROBLEM = {
  type: 'object',
  description: 'What went wrong, as problem details (RFC 9457).',
  properties: {
    type: text('Page: where the error is explained.'),
    title: text('Title of the error.'),
    status: number('Status code of HTTP.'),
    code: text('Code of the error: never renamed.'),
    detail: text('Detail: one sentence about this request.'),
  },
};

/** The answers of a route: what it gives, and that anything else is a problem. */
export function answers(good: Readonly<Record<number, Schema>>): Schema {
  return { ...good, default: PROBLEM };
}

/** The part before the colon or dot: "Digest: sha256 …" is shown as "Digest". */
function summaryOf(description: string): string {
  return (description.split(/[:.]/)[0] ?? '').trim();
}
