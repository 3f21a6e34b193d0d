import {
  arrayMember,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { readBody, readFirstBody } from './postman-body.ts';
import { readFields } from './postman-fields.ts';
import { parseJsonText } from './postman-json-text.ts';
import type { PostmanExample } from './postman-model.ts';
import { plainText } from './postman-variables.ts';

/** The saved responses of a request of version 2. */
export function readExamples(value: Json | undefined, pointer: Pointer): PostmanExample[] {
  return listed(value, pointer, (response, at) => {
    const request = objectMember(response, 'originalRequest');
    return {
      pointer: at,
      name: plainText(member(response, 'name')),
      status: statusOf(member(response, 'code')),
      headers: readFields(member(response, 'header') ?? member(response, 'headers'), child(at, 'header')),
      ...textOf(response, 'body'),
      body: readBody(member(request, 'body'), child(at, 'originalRequest', 'body')),
    };
  });
}

/** The saved responses of a request of version 1. */
export function readFirstExamples(value: Json | undefined, pointer: Pointer): PostmanExample[] {
  return listed(value, pointer, (response, at) => {
    const key = objectMember(response, 'requestObject') === undefined ? 'request' : 'requestObject';
    const request = objectMember(response, key);
    return {
      pointer: at,
      name: plainText(member(response, 'name')),
      status: statusOf(member(objectMember(response, 'responseCode'), 'code') ?? member(response, 'code')),
      headers: readFields(member(response, 'headers'), child(at, 'headers')),
      ...textOf(response, 'text'),
      body: request === undefined ? { kind: 'none' } : readFirstBody(request, child(at, key)),
    };
  });
}

function listed(
  value: Json | undefined,
  pointer: Pointer,
  read: (response: JsonObject, at: Pointer) => PostmanExample,
): PostmanExample[] {
  return (arrayMember({ value: value ?? null }, 'value') ?? []).flatMap((response, index) =>
    isObject(response) ? [read(response, child(pointer, index))] : [],
  );
}

function textOf(response: JsonObject, key: string): Pick<PostmanExample, 'text' | 'json'> {
  const text = stringMember(response, key) ?? '';
  return { text, json: parseJsonText(text) };
}

function statusOf(value: Json | undefined): number | undefined {
  const status = Number(plainText(value));
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}
