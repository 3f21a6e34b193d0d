import { isArray, isObject, member, objectMember, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { readFields } from './postman-fields.ts';
import { parseJsonText } from './postman-json-text.ts';
import type { PostmanBody } from './postman-model.ts';
import { plainText } from './postman-variables.ts';

const NONE: PostmanBody = { kind: 'none' };

/** A body of version 2. */
export function readBody(value: Json | undefined, pointer: Pointer): PostmanBody {
  if (typeof value === 'string') return rawBody(value, '');
  if (!isObject(value) || member(value, 'disabled') === true) return NONE;
  switch (stringMember(value, 'mode') ?? '') {
    case 'raw':
      return rawBody(plainText(member(value, 'raw')), languageOf(objectMember(value, 'options')));
    case 'urlencoded':
      return formBody('urlencoded', member(value, 'urlencoded'), child(pointer, 'urlencoded'));
    case 'formdata':
      return formBody('formdata', member(value, 'formdata'), child(pointer, 'formdata'));
    case 'file':
    case 'binary':
      return { kind: 'file' };
    case 'graphql':
      return graphqlBody(member(value, 'graphql'));
    case '':
      return rawBody(plainText(member(value, 'raw')), '');
    default:
      return NONE;
  }
}

/** The body of a request of version 1, whose parts lie in the request itself. */
export function readFirstBody(request: JsonObject, pointer: Pointer): PostmanBody {
  if (member(request, 'dataDisabled') === true) return NONE;
  const fields = member(request, 'data');
  switch (stringMember(request, 'dataMode') ?? '') {
    case 'raw':
      return rawBody(rawText(request), languageOf(objectMember(request, 'dataOptions')));
    case 'urlencoded':
      return formBody('urlencoded', fields, child(pointer, 'data'));
    case 'params':
      return formBody('formdata', fields, child(pointer, 'data'));
    case 'binary':
      return { kind: 'file' };
    case 'graphql':
      return graphqlBody(member(request, 'graphqlModeData'));
    default:
      return rawBody(rawText(request), '');
  }
}

function rawText(request: JsonObject): string {
  const raw = member(request, 'rawModeData');
  const value = raw ?? member(request, 'data');
  return isArray(value) ? value.map(plainText).join('\n') : plainText(value);
}

function rawBody(text: string, language: string): PostmanBody {
  return text.trim() === '' ? NONE : { kind: 'raw', text, language, json: parseJsonText(text) };
}

function languageOf(options: JsonObject | undefined): string {
  return stringMember(objectMember(options, 'raw'), 'language') ?? '';
}

function formBody(kind: 'urlencoded' | 'formdata', value: Json | undefined, pointer: Pointer): PostmanBody {
  const fields = typeof value === 'string' ? readPairs(value, pointer) : readFields(value, pointer);
  return fields.length === 0 ? NONE : { kind, fields };
}

/** `a=1&b=2`, which the oldest collections hold. */
function readPairs(text: string, pointer: Pointer): ReturnType<typeof readFields> {
  return readFields(
    text.split('&').map((pair) => ({ key: pair.split('=', 1)[0] ?? '', value: pair.split('=').slice(1).join('=') })),
    pointer,
  );
}

function graphqlBody(value: Json | undefined): PostmanBody {
  const content = typeof value === 'string' ? parsed(value) : value;
  const query = stringMember(content, 'query') ?? '';
  if (query.trim() === '') return NONE;
  const variables = member(content, 'variables');
  return {
    kind: 'graphql',
    query,
    variables: isObject(variables) ? JSON.stringify(variables) : plainText(variables),
    operationName: stringMember(content, 'operationName') ?? '',
  };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
