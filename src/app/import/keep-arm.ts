import { customApisIn, type FoundResource } from '../../convert/arm-resources.ts';
import { backendUrlOf } from '../../convert/arm-template.ts';
import { connectorFromArm, type ConnectorFromArm, type SecureParameter } from '../../convert/arm-to-connector.ts';
import { nativeFromProperties } from '../../convert/native.ts';
import { withClientSecretRefs } from '../../convert/secret-references.ts';
import { deriveConnectorId, newConnectorId, type ConnectorId } from '../../domain/connector-id.ts';
import { Failure } from '../../domain/failure.ts';
import { objectMember, stringMember, type Json, type JsonObject } from '../../domain/json.ts';
import { child, type Pointer } from '../../domain/pointer.ts';
import type { RevisionContent } from '../../domain/revision.ts';
import { writtenAnew } from './apply-answers.ts';
import { clientSecretName } from './connection.ts';
import type { ImportLoss } from './draft.ts';
import { iconFromUri } from './icon-from-uri.ts';
import type { KeptConnector } from './kept-connector.ts';
import { serviceUrlFault, serviceUrlOf, withServiceUrl } from './service-url.ts';

/**
 * A custom connector of Logic Apps in our own form: from the body of a `GET` or a `PUT`, from a list with one of them, or from a template.
 * @throws Failure (`usage`) when there is none, more than one, or one without a definition.
 */
export function keepArm(document: Json, source: string): KeptConnector {
  return readArm(document, source).kept;
}

/** The same, and what the resource publishes: secrets are references in both. */
export function readArm(
  document: Json,
  source: string,
): { readonly kept: KeptConnector; readonly content: RevisionContent } {
  const found = theOnly(customApisIn(document), source);
  const made = connectorFromArm(document, found, secretNameOf);
  if ('why' in made) {
    throw new Failure(
      'usage',
      `"${source}" cannot be imported: ${made.why}`,
      made.hint === undefined ? {} : { hint: made.hint },
    );
  }
  const name = nameOf(made);
  const at = child(found.pointer, 'properties');
  const { value, secrets } = withClientSecretRefs({ properties: made.properties }, clientSecretName(name));
  const properties = objectMember(value, 'properties') ?? {};
  const { openapi, ...service } = withService(made, at);
  const icon = iconOf(made, at);
  const kept = {
    name,
    document: { file: 'openapi.json', text: writtenAnew('openapi.json', openapi), value: openapi },
    native: nativeFromProperties(properties),
    others: new Map(icon.file === undefined ? [] : [[icon.file, icon.bytes]]),
    losses: [...made.losses, ...service.losses, ...icon.losses],
    notes: [
      ...secrets.map((one) => `A client secret is left out; ${one.name} stands for it`),
      ...made.secureParameters.map(secureNote),
      ...service.notes,
      ...(made.location === undefined
        ? []
        : [`It is in ${made.location}: that is for a target in registry.yaml to say`]),
    ],
  };
  return { kept, content: { openapi, properties, ...(icon.file === undefined ? {} : { icon: icon.bytes }) } };
}

function theOnly(found: readonly FoundResource[], source: string): FoundResource {
  const [first, ...others] = found;
  if (first === undefined) throw new Failure('usage', `"${source}" holds no custom connector of Logic Apps`);
  if (others.length === 0) return first;
  const names = found.slice(0, 5).map(({ value }) => `"${(stringMember(value, 'name') ?? '').slice(0, 80)}"`);
  throw new Failure('usage', `"${source}" holds ${found.length} custom connectors: ${names.join(', ')}`, {
    hint: 'Save each of them in a file of its own, and import them one by one',
  });
}

function secureNote({ parameter, secretRef, hasDefault }: SecureParameter): string {
  const what = `Secure parameter "${parameter.slice(0, 80)}"`;
  return hasDefault
    ? `${what} is left out with its default, which may be a secret; ${secretRef} stands for it`
    : `${what} is left out; ${secretRef} stands for it`;
}

/** `GITHUB_CLIENT_SECRET` for a parameter `githubClientSecret`, so that an export comes back as it was. */
function secretNameOf(parameter: string): string {
  const words = parameter.replace(/([a-z0-9])(?=[A-Z])/g, '$1_').toUpperCase();
  const name = words.replace(/[^A-Z0-9]+/g, '_').slice(0, 120);
  return /^[A-Z]/.test(name) ? name : `SECRET_${name}`;
}

function nameOf({ name, openapi }: ConnectorFromArm): ConnectorId {
  const said = name ?? stringMember(objectMember(openapi, 'info'), 'title') ?? 'connector';
  return newConnectorId(deriveConnectorId(said));
}

interface Service {
  readonly openapi: JsonObject;
  readonly losses: readonly ImportLoss[];
  readonly notes: readonly string[];
}

/** What the resource calls counts, whatever host its document names. */
function withService({ openapi, serviceUrl }: ConnectorFromArm, at: Pointer): Service {
  const plain = withoutSlash(serviceUrl ?? '');
  const named = [serviceUrlOf(openapi), backendUrlOf(openapi)].map((url) => withoutSlash(url ?? ''));
  if (plain === '' || named.includes(plain)) return { openapi, losses: [], notes: [] };
  const fault = serviceUrlFault(plain);
  if (fault === undefined) {
    return {
      openapi: withServiceUrl(openapi, plain),
      losses: [],
      notes: [`The service is at ${plain}, as the resource says`],
    };
  }
  const message = `"${plain.slice(0, 200)}" is left out as the address of the service: ${fault}`;
  return {
    openapi,
    losses: [{ pointer: child(at, 'backendService', 'serviceUrl'), construct: 'serviceUrl', message }],
    notes: [],
  };
}

interface Icon {
  /** undefined when there is none. */
  readonly file?: string;
  readonly bytes: Uint8Array;
  readonly losses: readonly ImportLoss[];
}

const NO_BYTES = new Uint8Array();

function iconOf({ iconUri }: ConnectorFromArm, at: Pointer): Icon {
  if (iconUri === undefined || iconUri === '') return { bytes: NO_BYTES, losses: [] };
  const icon = iconFromUri(iconUri);
  if (icon.kind === 'icon') return { file: icon.file, bytes: icon.bytes, losses: [] };
  const hint = 'Save the picture as icon.png in the folder';
  const message = `The icon is left out: ${icon.why}`;
  return { bytes: NO_BYTES, losses: [{ pointer: child(at, 'iconUri'), construct: 'iconUri', message, hint }] };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
