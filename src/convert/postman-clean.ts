import { isArray, isObject, type Json, type JsonObject } from '../domain/json.ts';
import type { SecretVault } from './postman-vault.ts';

/** Keys whose texts are words of a format, names of the service, or names that were made here. */
const NAMES = new Set(
  `swagger type in format collectionFormat flow x-ms-visibility x-ms-url-encoding schemes host basePath required tags consumes produces
  template section operations httpMethod identityProvider redirectMode secretRef iconBrandColor pointer construct name newPath
  operationId summary x-ms-summary`.split(/\s+/),
);

/** A value with every text and key in it without secrets: nothing of an import leaves but through here. */
export function cleanTree(value: Json, vault: SecretVault, key = ''): Json {
  if (typeof value === 'string') {
    return NAMES.has(key) ? vault.cleanName(value) : vault.clean(value);
  }
  if (isArray(value)) return value.map((element) => cleanTree(element, vault, key));
  return isObject(value) ? cleanObject(value, vault) : value;
}

function cleanObject(value: JsonObject, vault: SecretVault): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]): [string, Json] => [vault.cleanName(key), cleanTree(inner, vault, key)]),
  );
}
