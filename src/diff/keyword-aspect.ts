import type { Json } from '../domain/json.ts';
import type { Aspect, AspectChange } from './aspects.ts';
import { constraintAspect, isConstraint } from './constraint-aspect.ts';
import { sameJson } from './same-json.ts';

/** Extensions of Microsoft's that only inform or help to test. */
const DETAILS = new Set([
  'x-ms-test-value',
  'x-ms-keywords',
  'x-ms-docs',
  'x-ms-trigger-hint',
  'x-ms-editor',
  'x-ms-editor-options',
  'x-ms-enum',
  'x-ms-enum-values',
  'x-ms-api-annotation',
  'x-ms-no-generic-test',
  'x-ms-safe-operation',
  'x-ms-client-name',
  'x-ms-openai-data',
  'x-ms-openai-manifest',
  'x-ms-require-user-confirmation',
]);

const NAMED: ReadonlyMap<string, Aspect> = new Map([
  ['default', 'default-changed'],
  ['collectionFormat', 'collection-format-changed'],
  ['discriminator', 'discriminator-changed'],
  ['x-ms-url-encoding', 'url-encoding-changed'],
  ['x-ms-summary', 'summary-changed'],
  ['title', 'summary-changed'],
  ['summary', 'summary-changed'],
  ['description', 'description-changed'],
]);

/** What an absent keyword means, where that is not nothing. */
const ABSENT: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['collectionFormat', 'csv'],
  ['x-ms-url-encoding', 'single'],
  ['x-nullable', false],
  ['exclusiveMaximum', false],
  ['exclusiveMinimum', false],
  ['uniqueItems', false],
  ['allowEmptyValue', false],
  ['readOnly', false],
  ['minLength', 0],
  ['minItems', 0],
  ['minProperties', 0],
  ['description', ''],
  ['summary', ''],
  ['title', ''],
  ['x-ms-summary', ''],
  ['deprecated', false],
]);

/** The difference in one keyword; undefined when there is none. */
export function keywordAspect(keyword: string, from: Json | undefined, to: Json | undefined): AspectChange | undefined {
  const absent = ABSENT.get(keyword);
  if (sameJson(from ?? absent, to ?? absent)) return undefined;
  return { aspect: aspectOf(keyword, from, to), keyword, from, to };
}

function aspectOf(keyword: string, from: Json | undefined, to: Json | undefined): Aspect {
  if (keyword === 'x-nullable') return to === true ? 'made-nullable' : 'made-not-nullable';
  if (keyword === 'readOnly') return to === true ? 'made-read-only' : 'made-writable';
  if (isConstraint(keyword)) return constraintAspect(keyword, from, to);
  return NAMED.get(keyword) ?? (isSetting(keyword) ? 'setting-changed' : 'detail-changed');
}

/** Whether a keyword without a kind of its own may change behaviour: an extension of Microsoft's that is not known to be harmless. */
function isSetting(keyword: string): boolean {
  return keyword.startsWith('x-ms-') && !DETAILS.has(keyword);
}
