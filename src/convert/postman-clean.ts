import { isArray, isObject, type Json, type JsonObject } from '../domain/json.ts';
import type { SecretVault } from './postman-vault.ts';

/** Keys whose texts are words of a format, names of the service, or names that were made here. */
const NAMES = new Set(
  `swagger type in format collectionFormat flow x-ms-visibility x-ms-url-encoding schemes host basePath required tags consumes produces
  template section operations httpMethod identityProvider redirectMode secretRef iconBrandColor pointer construct name newPath
  operationId summary x-ms-summary`.split(/\s+/),
);

/** A value with every text and key in it without secrets: nothing of an import leaves but through here. */
export function cleanTree(value: Json, vault: SecretVault): Json {
  return new Cleaning(vault).clean(value, '');
}

/** What holds no secret stays the same object, and a schema that several responses share is looked through once. */
class Cleaning {
  readonly #vault: SecretVault;
  readonly #schemas = new Map<Json, Json>();

  constructor(vault: SecretVault) {
    this.#vault = vault;
  }

  clean(value: Json, key: string): Json {
    if (typeof value === 'string') return NAMES.has(key) ? this.#vault.cleanName(value) : this.#vault.clean(value);
    if (isArray(value)) return this.#list(value, key);
    if (!isObject(value)) return value;
    return key === 'schema' ? this.#schema(value) : this.#object(value);
  }

  #schema(schema: JsonObject): Json {
    const cleaned = this.#schemas.get(schema) ?? this.#object(schema);
    this.#schemas.set(schema, cleaned);
    return cleaned;
  }

  #list(list: readonly Json[], key: string): readonly Json[] {
    const cleaned = list.map((element) => this.clean(element, key));
    return cleaned.some((element, index) => element !== list[index]) ? cleaned : list;
  }

  /** One look at each member; a copy is made only from the first that is not clean. */
  #object(object: JsonObject): JsonObject {
    const keys = Object.keys(object);
    let copy: [string, Json][] | undefined;
    for (const [index, key] of keys.entries()) {
      const before = object[key] ?? null;
      const after = this.clean(before, key);
      const name = this.#vault.cleanName(key);
      if (after !== before || name !== key) {
        copy ??= keys.slice(0, index).map((clean): [string, Json] => [clean, object[clean] ?? null]);
      }
      copy?.push([name, after]);
    }
    return copy === undefined ? object : Object.fromEntries(copy);
  }
}
