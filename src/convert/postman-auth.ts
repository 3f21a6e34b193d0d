import { isArray, isObject, member, objectMember, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { PostmanAuth } from './postman-model.ts';
import { isSecretAuthValue } from './postman-secret-names.ts';
import { plainText, resolveVariables, variablesIn, type Scope } from './postman-variables.ts';
import type { SecretVault } from './postman-vault.ts';

/** What a holder says about authentication: undefined when it leaves that to what is around it. */
export function readAuth(holder: JsonObject, pointer: Pointer): PostmanAuth | undefined {
  const auth = objectMember(holder, 'auth');
  const type = stringMember(auth, 'type')?.toLowerCase();
  if (auth === undefined || type === undefined) return undefined;
  const at = child(pointer, 'auth');
  return { type, values: valuesOf(member(auth, stringMember(auth, 'type') ?? '')), pointer: at };
}

// Names of version 1.
const HELPERS: ReadonlyMap<string, string> = new Map([
  ['normal', 'noauth'],
  ['noauth', 'noauth'],
  ['basicauth', 'basic'],
  ['bearerauth', 'bearer'],
  ['apikeyauth', 'apikey'],
  ['digestauth', 'digest'],
  ['hawkauth', 'hawk'],
  ['ntlmauth', 'ntlm'],
  ['awssigv4', 'awsv4'],
]);

/** The same of version 1, which has a helper in the older form. */
export function readFirstAuth(holder: JsonObject, pointer: Pointer): PostmanAuth | undefined {
  const helper = stringMember(holder, 'currentHelper')?.toLowerCase();
  const auth = readAuth(holder, pointer);
  if (auth !== undefined || helper === undefined) return auth;
  const values = valuesOf(member(holder, 'helperAttributes'));
  return { type: HELPERS.get(helper) ?? helper, values, pointer: child(pointer, 'helperAttributes') };
}

/** A list of `{key, value}`, or an object of values. */
function valuesOf(value: Json | undefined): ReadonlyMap<string, string> {
  if (isArray(value)) {
    return new Map(value.map((entry) => [plainText(member(entry, 'key')), plainText(member(entry, 'value'))]));
  }
  return isObject(value)
    ? new Map(Object.entries(value).map(([key, inner]) => [key, plainText(inner)]))
    : new Map<string, string>();
}

/** Remembers the secrets of a helper: all but what is known to be open, variables by their values. */
export function rememberAuth(auth: PostmanAuth, scopes: readonly Scope[], vault: SecretVault): void {
  for (const [key, value] of auth.values) {
    if (!isSecretAuthValue(key)) continue;
    const [variable] = variablesIn(value);
    vault.add(resolveVariables(value, ...scopes), variable ?? nameOf(auth, key), auth.pointer);
  }
  const password = auth.values.get('password');
  if (auth.type !== 'basic' || password === undefined || password === '') return;
  const pair = resolveVariables(`${auth.values.get('username') ?? ''}:${password}`, ...scopes);
  vault.add(base64(pair), 'BASIC_CREDENTIALS', auth.pointer);
}

function nameOf({ type, values }: PostmanAuth, key: string): string {
  if (type === 'apikey' && key === 'value') return values.get('key') ?? 'API_KEY';
  return key === 'token' ? `${type}_token` : key;
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
