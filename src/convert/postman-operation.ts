import type { Json, JsonObject } from '../domain/json.ts';
import { quoted } from './openapi-3-wording.ts';
import { pathFieldsOf, type Group } from './postman-groups.ts';
import type { PostmanField, PostmanRequest } from './postman-model.ts';
import type { OperationName } from './postman-names.ts';
import { gather, isReserved, parameterOf, versionHeader } from './postman-parameters.ts';
import type { Reading } from './postman-reading.ts';
import type { PostmanReport } from './postman-report.ts';
import { bodyOf, mediaType } from './postman-request-body.ts';
import { responsesOf } from './postman-responses.ts';
import { headerOf } from './postman-fields.ts';
import { definitionOf, describeScheme, identityOf, type Scheme } from './postman-security.ts';
import { asSentence, plainWords, shortened } from './postman-text.ts';
import { tagOf } from './postman-tags.ts';

const LONGEST_DESCRIPTION = 2000;

/** One operation of OpenAPI 2.0, from all the requests that are it. */
export function operationOf(group: Group, name: OperationName, chosen: Scheme, reading: Reading): JsonObject {
  const { report, vault } = reading;
  const requests = group.members.map(({ request }) => request);
  const examples = requests.flatMap((request) => request.examples);
  const body = group.verb === 'get' ? withoutBody(requests, report) : bodyOf(requests, reading);
  const { responses, produces } = responsesOf(examples, report);
  const tag = tagOf(requests[0]?.folders ?? []);
  const accepted = produces.length > 0 ? produces : acceptedBy(requests);
  const description = descriptionOf(requests, name.summary);
  const parameters = [
    ...gather(pathFieldsOf(group)).map((gathered) => parameterOf(gathered, 'path', vault)),
    ...queryOf(requests, chosen, report).map((gathered) => parameterOf(gathered, 'query', vault)),
    ...headersOf(requests, chosen, report).map(
      (gathered) => versionHeader(gathered, vault) ?? parameterOf(gathered, 'header', vault),
    ),
    ...body.parameters,
  ];
  return {
    operationId: name.id,
    summary: name.summary,
    ...(description === '' ? {} : { description }),
    ...(tag === '' ? {} : { tags: [tag] }),
    ...(body.consumes.length === 0 ? {} : { consumes: [...body.consumes] }),
    ...(accepted.length === 0 ? {} : { produces: [...accepted] }),
    parameters,
    responses,
    ...securityOf(group, chosen, report),
  };
}

/** The first description that says more than the summary. */
function descriptionOf(requests: readonly PostmanRequest[], summary: string): string {
  const texts = requests.map(({ description }) => asSentence(shortened(plainWords(description), LONGEST_DESCRIPTION)));
  return texts.find((text) => text !== '' && text.toLowerCase().replace(/\.$/, '') !== summary.toLowerCase()) ?? '';
}

function withoutBody(requests: readonly PostmanRequest[], report: PostmanReport): ReturnType<typeof bodyOf> {
  for (const { body, pointer, name } of requests) {
    if (body.kind === 'none') continue;
    const message = `${quoted(name)} is a GET with a body, which the platform does not send`;
    report.lose(pointer, 'body', message, 'If the service takes a POST, use that');
  }
  return { parameters: [], consumes: [] };
}

/** Those that are switched off stay, as what a maker may add. */
function queryOf(
  requests: readonly PostmanRequest[],
  chosen: Scheme,
  report: PostmanReport,
): ReturnType<typeof gather> {
  const isKey = ({ key }: PostmanField): boolean =>
    chosen.kind === 'key' && chosen.place === 'query' && chosen.name === key;
  const sent = requests.map(({ url }) => url.query.filter((field) => !isKey(field) && !isReserved(field, report)));
  for (const { key, disabled, pointer } of sent.flat()) {
    if (!disabled) continue;
    report.note(pointer, 'disabled', `The query parameter ${quoted(key)} is switched off: it is an advanced option`);
  }
  return gather(sent);
}

/** Headers that the platform or the connection sends. */
const SENT_BY_OTHERS =
  /^(?:accept|accept-encoding|accept-charset|authorization|cache-control|connection|content-length|content-type|cookie|expect|host|keep-alive|origin|postman-token|pragma|proxy-.*|referer|sec-.*|te|trailer|transfer-encoding|upgrade|user-agent|via|dnt)$/i;

function headersOf(
  requests: readonly PostmanRequest[],
  chosen: Scheme,
  report: PostmanReport,
): ReturnType<typeof gather> {
  const isKey = (name: string): boolean =>
    chosen.kind === 'key' && chosen.place === 'header' && chosen.name.toLowerCase() === name.toLowerCase();
  return gather(
    requests.map(({ headers }) =>
      headers.filter((field) => !isKey(field.key) && !isReserved(field, report) && isSent(field, report)),
    ),
    true,
  );
}

function isSent({ key, disabled, pointer }: PostmanField, report: PostmanReport): boolean {
  const named = `The header ${quoted(key)}`;
  if (disabled) report.note(pointer, 'disabled', `${named} is switched off, and left out`);
  else if (key.toLowerCase() === 'cookie') {
    report.lose(
      pointer,
      'cookie',
      `${named} is left out: a connector has no cookies`,
      'Ask for a key in another header',
    );
  } else if (!/^[\w!#$%&'*+.^`|~-]+$/.test(key))
    report.lose(pointer, 'header', `${named} has no name that can be sent`);
  else if (!SENT_BY_OTHERS.test(key)) return true;
  return false;
}

function acceptedBy(requests: readonly PostmanRequest[]): readonly string[] {
  const types = requests.map(({ headers }) => mediaType(headerOf(headers, 'accept')));
  return types.filter((type, index) => type !== '' && !type.includes('*') && types.indexOf(type) === index).slice(0, 1);
}

/** Nothing where the connection's own applies; an empty list where nobody says who calls. */
function securityOf({ members }: Group, chosen: Scheme, report: PostmanReport): Readonly<Record<string, Json>> {
  const definition = definitionOf(chosen);
  for (const { request, scheme } of members) {
    if (scheme.kind === 'none' || identityOf(scheme) === identityOf(chosen)) continue;
    const message =
      scheme.kind === 'unsupported'
        ? `${quoted(request.name)} signs in with ${describeScheme(scheme)}, which a connector cannot do`
        : `${quoted(request.name)} uses ${describeScheme(scheme)}, and the connection uses ${describeScheme(chosen)}`;
    report.lose(request.auth?.pointer ?? request.pointer, 'authentication', message, hintFor(scheme));
  }
  const isOpen = members.every(({ scheme }) => scheme.kind === 'none');
  return definition !== undefined && isOpen ? { security: [] } : {};
}

function hintFor(scheme: Scheme): string {
  return scheme.kind === 'unsupported'
    ? 'Use another way if the service has one; custom code can sign requests'
    : 'Make a connector of its own of these operations, or add a set of connection parameters';
}
