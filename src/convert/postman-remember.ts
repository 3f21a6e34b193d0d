import { isArray, isObject, type Json } from '../domain/json.ts';
import { parseJsonText } from './postman-json-text.ts';
import type { PostmanBody, PostmanField, PostmanRequest } from './postman-model.ts';
import type { Reading } from './postman-reading.ts';
import { isSecretName } from './postman-secret-names.ts';
import { resolveVariables } from './postman-variables.ts';

/** Remembers the secrets that requests and saved responses show by the names of their places, before anything is written. */
export function rememberSecrets(requests: readonly PostmanRequest[], reading: Reading): void {
  const isSecret = onceEach(isSecretName);
  for (const request of requests) {
    const { url, headers, body, examples } = request;
    const remember = (value: string, name: string, pointer: string): void =>
      reading.vault.add(resolveVariables(value, reading.scope, request.variables), name, pointer);
    const rememberFields = (fields: readonly PostmanField[]): void => {
      for (const { key, value, pointer } of fields) if (isSecret(key)) remember(value, key, pointer);
    };
    const [, password = ''] = /^[^:]*:(.*)$/s.exec(url.userInfo) ?? [];
    remember(password, 'PASSWORD', request.pointer);
    rememberFields([...headers, ...url.query, ...url.variables, ...formFields(body)]);
    inText(jsonOf(body), request.pointer, { remember, isSecret });
    for (const example of examples) {
      rememberFields([...example.headers, ...formFields(example.body)]);
      inText(jsonOf(example.body), example.pointer, { remember, isSecret });
      inText(example.json, example.pointer, { remember, isSecret });
    }
  }
}

interface Seeker {
  readonly remember: (value: string, name: string, pointer: string) => void;
  readonly isSecret: (name: string) => boolean;
}

function formFields(body: PostmanBody): readonly PostmanField[] {
  return body.kind === 'urlencoded' || body.kind === 'formdata' ? body.fields : [];
}

function jsonOf(body: PostmanBody): Json | undefined {
  if (body.kind === 'raw') return body.json;
  return body.kind === 'graphql' ? parseJsonText(body.variables) : undefined;
}

/** Without recursion: a body may be nested as deep as it likes. */
function inText(root: Json | undefined, pointer: string, { remember, isSecret }: Seeker): void {
  const waiting: Json[] = typeof root === 'object' && root !== null ? [root] : [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isArray(next)) {
      for (const element of next) if (typeof element === 'object' && element !== null) waiting.push(element);
      continue;
    }
    if (!isObject(next)) continue;
    for (const key of Object.keys(next)) {
      const value = next[key];
      if (typeof value === 'string') {
        if (isSecret(key)) remember(value, key, pointer);
      } else if (typeof value === 'object' && value !== null) waiting.push(value);
    }
  }
}

/** The same names come up in each answer: each is judged once. */
function onceEach(judge: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const judged = known.get(name) ?? judge(name);
    known.set(name, judged);
    return judged;
  };
}
