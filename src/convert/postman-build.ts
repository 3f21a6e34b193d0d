import type { JsonObject } from '../domain/json.ts';
import type { Pointer } from '../domain/pointer.ts';
import { quoted } from './openapi-3-wording.ts';
import { aboutOf } from './postman-about.ts';
import { BRAND_COLOR, documentHost, nativeOf } from './postman-connection.ts';
import { documentParts } from './postman-document.ts';
import { groupRequests, type Placed } from './postman-groups.ts';
import { addressOf, basePathOf, chooseHost, openVariablesOf, type Address, type HostChoice } from './postman-hosts.ts';
import type { PostmanCollection, PostmanRequest } from './postman-model.ts';
import { namesOf } from './postman-names.ts';
import { templateOf } from './postman-paths.ts';
import type { Reading } from './postman-reading.ts';
import type { PostmanReport } from './postman-report.ts';
import { routePolicies, withRoutes } from './postman-routes.ts';
import { chooseScheme, schemeOf, type Scheme } from './postman-security.ts';

export interface BuiltConnector {
  readonly openapi: JsonObject;
  readonly native: JsonObject;
  readonly requests: readonly { readonly pointer: Pointer; readonly operationId?: string }[];
  readonly otherHosts: HostChoice['others'];
}

/** A collection that was read as a connector for one of its hosts. Its texts may still hold secrets. */
export function buildConnector(
  collection: PostmanCollection,
  reading: Reading,
  wanted: string | undefined,
): BuiltConnector {
  const addresses = collection.requests.map((request) => addressOf(request, reading.scope));
  const choice = chooseHost(addresses, wanted);
  const about = aboutOf(collection, reading.report);
  const kept = collection.requests.flatMap((request, index) => {
    const address = addresses[index];
    return address !== undefined && isOnHost(request, address, choice.host, reading) ? [{ request, address }] : [];
  });
  const base = basePathOf(kept.map(({ address }) => address));
  const placed = kept.map((one) => place(one, base.length, reading));
  const scheme = chooseScheme(placed.map((one) => one.scheme));
  const groups = groupRequests(placed, reading.report);
  const names = namesOf(groups, about.title);
  const routed = withRoutes(groups, names);
  tellChoices(choice, scheme, reading.report);
  const ids = new Map(
    groups.flatMap(({ members }, index) => members.map(({ request }) => [request, names[index]?.id ?? ''])),
  );
  return {
    openapi: {
      swagger: '2.0',
      info: about,
      host: documentHost(choice.host) || 'api.example.com',
      basePath: `/${base.join('/')}`,
      schemes: choice.schemes.length === 0 ? ['https'] : [...choice.schemes],
      ...documentParts(collection, routed, names, scheme, reading),
    },
    native: nativeOf(scheme, choice.host, about.title, routePolicies(groups, names)),
    requests: collection.requests.map((request) => {
      const operationId = ids.get(request);
      return { pointer: request.pointer, ...(operationId === undefined ? {} : { operationId }) };
    }),
    otherHosts: choice.others,
  };
}

function isOnHost({ pointer, name }: PostmanRequest, address: Address, host: string, { report }: Reading): boolean {
  if (address.host === host || address.host === '') return true;
  const message = `${quoted(name)} calls ${quoted(address.host)}, and the connector calls ${quoted(host)}: it is left out`;
  report.lose(pointer, 'host', message, `Import the collection again for the host ${quoted(address.host)}`);
  return false;
}

interface Kept {
  readonly request: PostmanRequest;
  readonly address: Address;
}

function place({ request, address }: Kept, skip: number, { report, vault, scope }: Reading): Placed {
  const template = templateOf(request, address, skip, scope, vault);
  for (const name of template.guessed) {
    report.derive(
      'path-parameter',
      `${template.path} ${name}`,
      `The address of ${quoted(request.name)} has a value there`,
    );
  }
  return { request, template, scheme: schemeOf(request, address, scope) };
}

function tellChoices({ host, others }: HostChoice, scheme: Scheme, report: PostmanReport): void {
  report.derive('brand-color', BRAND_COLOR, 'A collection has no colour');
  if (host === '') report.derive('host', 'api.example.com', 'No request names a host');
  if (others.length > 0)
    report.derive('host', host, `Most requests call it, of ${others.length + 1} hosts that the collection calls`);
  for (const name of openVariablesOf(host))
    report.derive('host-variable', name, 'It has no value, so makers say it when they connect');
  if (scheme.kind === 'key' && scheme.prefix !== '') {
    const message = `The platform sends the key as makers enter it, so it must begin with ${quoted(`${scheme.prefix} `)}`;
    report.lose('', 'authentication', message, 'A "setheader" policy can put the word in front');
  }
  if (scheme.kind === 'oauth2' && scheme.settings.grant !== 'authorization_code') {
    const message = `OAuth grant ${quoted(scheme.settings.grant)} does not work in a connector: makers sign in instead`;
    report.lose('', 'authentication', message);
  }
}
