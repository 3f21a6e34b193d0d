import type { Json, JsonObject } from '../domain/json.ts';
import { graphqlSchema } from './postman-graphql.ts';
import { parseJsonText } from './postman-json-text.ts';
import type { PostmanBody, PostmanField, PostmanRequest } from './postman-model.ts';
import { headerOf } from './postman-fields.ts';
import { gather, isReserved, parameterOf } from './postman-parameters.ts';
import type { Reading } from './postman-reading.ts';
import type { PostmanReport } from './postman-report.ts';
import { schemaOfSamples } from './postman-samples.ts';
import { quoted } from './openapi-3-wording.ts';
import { resolveVariables, type Scope } from './postman-variables.ts';
import type { SecretVault } from './postman-vault.ts';

/** What an operation takes besides its address and headers. */
export interface BodyParts {
  readonly parameters: readonly JsonObject[];
  readonly consumes: readonly string[];
}

const NOTHING: BodyParts = { parameters: [], consumes: [] };

type Kind = PostmanBody['kind'] | 'json';

/** The body of requests that are one operation: of the kind that the first of them has. */
export function bodyOf(requests: readonly PostmanRequest[], reading: Reading): BodyParts {
  const { report } = reading;
  const first = requests.find(({ body }) => body.kind !== 'none');
  if (first === undefined) return NOTHING;
  const kind = kindOf(first.body);
  for (const { body, pointer, name } of requests) {
    if (body.kind === 'none' || kindOf(body) === kind) continue;
    const message = `${quoted(name)} sends another kind of body than ${quoted(first.name)}, which is the same operation`;
    report.lose(pointer, 'body', message, 'Send one kind, or describe the other as an operation of its own');
  }
  const bodies = requests.flatMap(({ body, examples }) => [body, ...examples.map((example) => example.body)]);
  return partsOf(
    kind,
    first,
    bodies.filter((body) => kindOf(body) === kind),
    reading,
  );
}

function kindOf(body: PostmanBody): Kind {
  return body.kind === 'raw' && body.json !== undefined ? 'json' : body.kind;
}

function partsOf(kind: Kind, first: PostmanRequest, bodies: readonly PostmanBody[], reading: Reading): BodyParts {
  const { report, vault, scope } = reading;
  const stated = mediaType(headerOf(first.headers, 'content-type'));
  if (kind === 'urlencoded' || kind === 'formdata') return formParts(kind, bodies, report, vault);
  if (kind === 'raw') return rawParts(first, stated, report);
  if (kind === 'file') return whole({ type: 'string', format: 'binary' }, stated || 'application/octet-stream');
  if (first.body.kind === 'graphql') return whole(graphqlSchema(first.body), 'application/json');
  const samples = bodies.flatMap((body) => (body.kind === 'raw' ? sampleOf(body, [scope, first.variables]) : []));
  return whole(schemaOfSamples(samples), isJson(stated) ? stated : 'application/json');
}

/** With the values of variables; where a value breaks the text, without. */
function sampleOf({ text, json }: PostmanBody & { readonly kind: 'raw' }, scopes: readonly Scope[]): readonly Json[] {
  const resolved = text.includes('{{') ? parseJsonText(resolveVariables(text, ...scopes)) : undefined;
  const sample = resolved ?? json;
  return sample === undefined ? [] : [sample];
}

function rawParts({ body, pointer, name }: PostmanRequest, stated: string, report: PostmanReport): BodyParts {
  const language = body.kind === 'raw' ? body.language : '';
  if (isJson(stated) || (stated === '' && language === 'json')) {
    const message = `The body of ${quoted(name)} says that it is JSON and is not, so it may be anything`;
    report.lose(pointer, 'body', message, 'Mend the example in the collection, or describe the body by hand');
    return whole({ type: 'object' }, 'application/json');
  }
  const type = stated || (language === 'xml' ? 'application/xml' : language === 'html' ? 'text/html' : 'text/plain');
  return whole({ type: 'string' }, type);
}

function whole(schema: JsonObject, type: string): BodyParts {
  return { parameters: [{ name: 'body', in: 'body', required: true, schema }], consumes: [type] };
}

function formParts(
  kind: 'urlencoded' | 'formdata',
  bodies: readonly PostmanBody[],
  report: PostmanReport,
  vault: SecretVault,
): BodyParts {
  const forms = bodies.map((body) => (body.kind === kind ? body.fields : []));
  const sent = forms.map((fields) => fields.filter((field) => isSendable(field, report)));
  const parameters = gather(sent).map((gathered) => {
    const parameter = parameterOf(gathered, 'formData', vault);
    const isInAll = forms.length > 1 && gathered.fields.length >= forms.length;
    return isInAll && !gathered.isList ? { ...parameter, required: true } : parameter;
  });
  if (parameters.length === 0) return NOTHING;
  return {
    parameters,
    consumes: [kind === 'urlencoded' ? 'application/x-www-form-urlencoded' : 'multipart/form-data'],
  };
}

/** Parts of an OAuth 1 signature, which some collections send as fields. */
const SIGNING = /^oauth_(?:consumer_key|token|nonce|timestamp|signature|signature_method|version)$/;

function isSendable(field: PostmanField, report: PostmanReport): boolean {
  if (SIGNING.test(field.key) || isReserved(field, report)) return false;
  const { key, disabled, pointer } = field;
  if (disabled) report.note(pointer, 'disabled', `The form field ${quoted(key)} is switched off, and left out`);
  else if (!/^[ -~]*$/.test(key)) {
    report.lose(
      pointer,
      'form field',
      `The platform takes names of form fields in ASCII only, so ${quoted(key)} is left out`,
    );
  } else return true;
  return false;
}

/** Without parameters such as `charset`; empty for what is no media type. */
export function mediaType(header: string): string {
  const type = (header.split(';', 1)[0] ?? '').trim().toLowerCase();
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : '';
}

export function isJson(type: string): boolean {
  return /^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(type);
}
