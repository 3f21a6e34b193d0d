import type { JsonObject } from '../domain/json.ts';
import type { Pointer } from '../domain/pointer.ts';
import type { Loss } from './openapi-3-conversion.ts';
import { buildConnector } from './postman-build.ts';
import { cleanTexts } from './postman-clean-texts.ts';
import { cleanTree } from './postman-clean.ts';
import type { HostChoice } from './postman-hosts.ts';
import type { Reading } from './postman-reading.ts';
import { rememberSecrets } from './postman-remember.ts';
import { PostmanReport, type Derived } from './postman-report.ts';
import { readFirst } from './postman-v1.ts';
import { readSecond } from './postman-v2.ts';
import { readEnvironments } from './postman-variables.ts';
import { SecretVault, type ReplacedSecret } from './postman-vault.ts';
import { postmanVersionOf, unwrapped } from './postman-version.ts';

export interface ImportedPostman {
  /** OpenAPI 2.0. */
  readonly openapi: JsonObject;
  /** The value of connector.yaml. */
  readonly native: JsonObject;
  /** Parts of the API that the connector does not have. Pointers are into the collection. */
  readonly losses: readonly Loss[];
  /** What is no part of the API, or is said otherwise: scripts, what is switched off, duplicates. */
  readonly notes: readonly Loss[];
  /** What the collection does not say and the import chose. */
  readonly derived: readonly Derived[];
  /** The secrets of the collection, by the names that stand for them. */
  readonly secrets: readonly ReplacedSecret[];
  /** Each request, with the operation that it became; without one there is a loss at its place. */
  readonly requests: readonly { readonly pointer: Pointer; readonly operationId?: string }[];
  /** Other hosts of the collection: each can be a connector of its own. */
  readonly otherHosts: HostChoice['others'];
}

export interface PostmanOptions {
  /** The host whose requests are wanted, where a collection calls several. */
  readonly host?: string;
}

/**
 * A Postman collection of version 1, 2.0 or 2.1 as a connector, variables by the values of the environments (the first that has one
 * counts). Pure and deterministic; never throws. No secret of the collection or of an environment is in any text of the result.
 */
export function connectorFromPostman(
  value: JsonObject,
  environments: readonly JsonObject[],
  options: PostmanOptions = {},
): ImportedPostman {
  const { collection, pointer } = unwrapped(value);
  const vault = new SecretVault();
  const reading: Reading = { report: new PostmanReport(), vault, scope: readEnvironments(environments, vault) };
  const read = postmanVersionOf(value) === '1' ? readFirst : readSecond;
  const parsed = read(collection, pointer, reading);
  rememberSecrets(parsed.requests, reading);
  const built = buildConnector(cleanTexts(parsed, vault), reading, options.host);
  const { report } = reading;
  const told = { losses: report.losses, notes: report.notes, derived: report.derived.map((one) => ({ ...one })) };
  const cleaned = cleanTree({ ...built, ...told } as unknown as JsonObject, vault) as unknown as typeof built &
    typeof told;
  return { ...cleaned, secrets: vault.replaced };
}
