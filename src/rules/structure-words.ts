import { tokensOf } from '../domain/pointer.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import { quote } from './quote.ts';

interface Words {
  readonly message?: string;
  readonly hint?: string;
}

/** Keys of the document's root, which people also put under `paths` or into `info`. */
export const ROOT_KEYS: ReadonlySet<string> = new Set([
  'swagger',
  'info',
  'host',
  'basePath',
  'schemes',
  'consumes',
  'produces',
  'paths',
  'definitions',
  'parameters',
  'responses',
  'securityDefinitions',
  'security',
  'tags',
  'externalDocs',
]);

const OPENAPI_3 = new Set([
  'openapi',
  'servers',
  'components',
  'requestBody',
  'content',
  'callbacks',
  'links',
  'webhooks',
]);

/** What can be said about a structural problem of an OpenAPI document beyond what its schema knows. */
export function betterWords({ keyword, pointer, actual, expected }: SchemaProblem): Words {
  const key = tokensOf(pointer).at(-1) ?? '';
  if (keyword === 'additionalProperties') return wordsForUnknown(key);
  if (keyword !== 'type') return {};
  if (key === 'required' && actual === 'boolean') {
    return { hint: 'In a schema, the object that holds the property lists its name under "required"' };
  }
  return hintForText(expected, actual);
}

/** The same for the properties of apiProperties.json. */
export function propertiesWords(problem: SchemaProblem): Words {
  const { keyword, expected, actual } = problem;
  return keyword === 'type' ? { ...hintForText(expected, actual), ...secretWords(problem) } : secretWords(problem);
}

/** The same for connector.yaml: how a secret is written. */
export function secretWords({ keyword, pointer }: SchemaProblem): Words {
  const key = tokensOf(pointer).at(-1);
  if (key === 'clientSecret' && keyword === 'type') return { hint: SECRET_HINT };
  return key === 'secretRef' && keyword !== 'additionalProperties' ? { hint: SECRET_HINT } : {};
}

/** How a secret is referred to, in both layouts. */
export const SECRET_HINT =
  'Write {"secretRef": "NAME"}, in YAML {secretRef: NAME}, and keep the secret out of the folder';

function hintForText(expected: SchemaProblem['expected'], actual: string | undefined): Words {
  const isText = [expected ?? []].flat().join() === 'string';
  return isText && ['integer', 'number', 'boolean'].includes(actual ?? '') ? { hint: 'Put it in quotes' } : {};
}

function wordsForUnknown(key: string): Words {
  const extension = extensionMeantBy(key);
  if (extension !== undefined) {
    return { message: `The key ${quote(key)} does not begin with "x-"`, hint: `Write ${quote(extension)}` };
  }
  if (ROOT_KEYS.has(key)) return { hint: 'Move it to the top level of the document' };
  return OPENAPI_3.has(key) ? { hint: 'It is part of OpenAPI 3; this document says that it is 2.0' } : {};
}

/** What `X-MS-Summary`, `x_ms_summary` or `ms-summary` should be: `x-ms-summary`. Undefined for a key that is no such thing. */
export function extensionMeantBy(key: string): string | undefined {
  const rest = /^(?:x[-_ ]?)?ms[-_ ](.+)$/i.exec(key)?.[1];
  if (rest !== undefined) return `x-ms-${rest.replace(/[_ ]/g, '-').toLowerCase()}`;
  const own = /^x[-_ ](.+)$/i.exec(key)?.[1];
  return own === undefined ? undefined : `x-${own}`;
}
