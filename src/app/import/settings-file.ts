import type { Connector } from '../../domain/connector.ts';
import { isObject, type JsonObject } from '../../domain/json.ts';
import { findSecrets } from '../../domain/secrets/find-secrets.ts';
import { isPlaceholder } from '../../domain/secrets/placeholder.ts';
import { withoutTexts } from '../../convert/secret-references.ts';
import { parseJson } from '../../load/parse-json.ts';
import { secretName } from './connection.ts';

/** settings.json as it comes along, and what is to be said about it. */
export interface KeptSettings {
  readonly bytes: Uint8Array | undefined;
  readonly notes: readonly string[];
}

/**
 * The arguments that paconn was called with: no part of the connector, kept as they are beside it so that an export has them. Secrets in them
 * are replaced by the names that stand for them.
 */
export function keptSettings(connector: Connector): KeptSettings {
  const file = [...connector.texts.keys()].find((name) => /^settings\.json$/i.test(name));
  const text = file === undefined ? undefined : connector.texts.get(file);
  if (file === undefined || text === undefined) return { bytes: undefined, notes: [] };
  const { value } = parseJson(file, text);
  if (!isObject(value)) return { bytes: undefined, notes: [`${file} is no JSON object, and stays behind`] };
  const { value: clean, secrets } = withoutSecrets(value, connector.id);
  if (secrets.length === 0) return { bytes: Buffer.from(text), notes: [] };
  return {
    bytes: Buffer.from(`${JSON.stringify(clean, null, 2)}\n`),
    notes: secrets.map(({ name, pointer }) => `${file}${pointer} is a secret and is left out; ${name} stands for it`),
  };
}

function withoutSecrets(settings: JsonObject, id: string): ReturnType<typeof withoutTexts> {
  return withoutTexts(settings, (text, key) => {
    const isNamedSecret = /secret|password|token$/i.test(key) && !isPlaceholder(text);
    return isNamedSecret || findSecrets(text).length > 0 ? secretName(id, key) : undefined;
  });
}
