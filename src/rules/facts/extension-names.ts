import { nearest } from '../did-you-mean.ts';

/** The extensions that the products read. */
const READ: ReadonlySet<string> = new Set([
  'x-ms-agentic-protocol',
  'x-ms-api-annotation',
  'x-ms-capabilities',
  'x-ms-connector-metadata',
  'x-ms-deployment-version',
  'x-ms-docs',
  'x-ms-dynamic-list',
  'x-ms-dynamic-properties',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-tree',
  'x-ms-dynamic-values',
  'x-ms-editor',
  'x-ms-editor-options',
  'x-ms-enum-values',
  'x-ms-keywords',
  'x-ms-localizeDefaultValue',
  'x-ms-media-kind',
  'x-ms-no-generic-test',
  'x-ms-notification',
  'x-ms-notification-content',
  'x-ms-notification-url',
  'x-ms-openai-data',
  'x-ms-openai-manifest',
  'x-ms-openai-published-to-copilots',
  'x-ms-operation-context',
  'x-ms-pageable',
  'x-ms-require-user-confirmation',
  'x-ms-safe-operation',
  'x-ms-summary',
  'x-ms-test-value',
  'x-ms-trigger',
  'x-ms-trigger-hint',
  'x-ms-trigger-metadata',
  'x-ms-trigger-value',
  'x-ms-url-encoding',
  'x-ms-visibility',
  'x-nullable',
]);

/** Names of other tools: ignored, and no misspelling of ours although some look like one. */
const FOREIGN: ReadonlySet<string> = new Set([
  'x-ms-api-version',
  'x-ms-client-flatten',
  'x-ms-client-name',
  'x-ms-discriminator-value',
  'x-ms-enum',
  'x-ms-examples',
  'x-ms-identifiers',
  'x-ms-long-running-operation',
  'x-ms-long-running-operation-options',
  'x-ms-mutability',
  'x-ms-parameter-grouping',
  'x-ms-parameter-location',
  'x-ms-parameterized-host',
  'x-ms-paths',
  'x-ms-secret',
  'x-ms-skip-url-encoding',
]);

/** Whether a key is an extension that nothing reads. */
export function isUnreadExtension(key: string): boolean {
  return key.startsWith('x-') && !READ.has(key);
}

/** The extension that a key most likely is meant to be: a letter wrong, words behind it, or without "ms". */
export function meantExtension(key: string): string | undefined {
  if (FOREIGN.has(key)) return undefined;
  const withMs = `x-ms-${key.slice('x-'.length)}`;
  if (READ.has(withMs)) return withMs;
  const [first = ''] = key.split(/[ :,]/, 1);
  return READ.has(first) ? first : nearest(key, READ);
}
