import {
  arrayMember,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../domain/json.ts';
import { isSecretName } from './postman-secret-names.ts';
import type { SecretVault } from './postman-vault.ts';

/** Values in values: more than a person writes, and the end of a circle. */
const DEEPEST = 10;
const LONGEST = 10_000;
const REFERENCE = /\{\{([^{}]*)\}\}/g;

export type Scope = ReadonlyMap<string, string>;

/** `{{name}}` replaced by its value, values in values too. What has no value stays as it is. */
export function resolveVariables(text: string, ...scopes: readonly Scope[]): string {
  let resolved = text;
  for (let depth = 0; depth < DEEPEST && resolved.includes('{{') && resolved.length < LONGEST; depth += 1) {
    const next = resolved.replace(REFERENCE, (whole, name: string) => valueOf(name.trim(), scopes) ?? whole);
    if (next === resolved) break;
    resolved = next;
  }
  return resolved;
}

function valueOf(name: string, scopes: readonly Scope[]): string | undefined {
  return scopes.find((scope) => scope.has(name))?.get(name);
}

/** The names of the variables that a text refers to. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].map(([, name = '']) => name.trim());
}

/** The values of environments: the first that has a name decides. Those that are secret are remembered. */
export function readEnvironments(environments: readonly JsonObject[], vault: SecretVault): Scope {
  const values = environments.flatMap((environment) => {
    const holder = objectMember(environment, 'environment') ?? environment;
    return arrayMember(holder, 'values') ?? [];
  });
  return readVariables(values, '', vault);
}

/** A list of variables, in the form of any version. A secret is remembered also where it is switched off. */
export function readVariables(list: readonly Json[], pointer: string, vault: SecretVault): Scope {
  const scope = new Map<string, string>();
  for (const [index, variable] of list.entries()) {
    const name = stringMember(variable, 'key') ?? stringMember(variable, 'id') ?? stringMember(variable, 'name') ?? '';
    const value = plainText(member(variable, 'value'));
    if (!isObject(variable) || name === '') continue;
    const isSecret = stringMember(variable, 'type') === 'secret' || isSecretName(name);
    if (isSecret) vault.add(value, name, pointer === '' ? '' : `${pointer}/${index}`);
    const isOff = member(variable, 'enabled') === false || member(variable, 'disabled') === true;
    if (!isOff && value !== '' && !scope.has(name)) scope.set(name, value);
  }
  return scope;
}

/** A value that should be a text, as one; empty for what is none. */
export function plainText(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
