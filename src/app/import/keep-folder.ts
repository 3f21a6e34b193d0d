import { nativeFromApiProperties } from '../../convert/native.ts';
import { withClientSecretRefs } from '../../convert/secret-references.ts';
import { newConnectorId } from '../../domain/connector-id.ts';
import type { Connector } from '../../domain/connector.ts';
import { isObject, type JsonObject } from '../../domain/json.ts';
import { parseJson } from '../../load/parse-json.ts';
import { scanJson } from '../../places/json-scan.ts';
import { positionAt } from '../../places/position.ts';
import { plural } from '../../report/printable.ts';
import { clientSecretName } from './connection.ts';
import type { DraftDocument, ImportLoss } from './draft.ts';
import { inexactNumbers } from './inexact-numbers.ts';
import type { KeptConnector } from './kept-connector.ts';
import { keptFiles } from './kept-files.ts';
import type { OpenedFolder } from './open-folder.ts';

/** A folder of Microsoft's form as a connector in our own: every member, in its order, and every byte of the files that are no documents. */
export function keepFolder({ tree, connector, openapi, properties }: OpenedFolder): KeptConnector {
  const { document, notes } = keptDocument(connector, openapi.file, openapi.value);
  const authored = parseJson(properties.file, connector.texts.get(properties.file) ?? '').value;
  const { value, secrets } = withClientSecretRefs(isObject(authored) ? authored : {}, clientSecretName(connector.id));
  const beside = keptFiles(tree, connector);
  return {
    name: newConnectorId(connector.id),
    document,
    native: nativeFromApiProperties(value),
    others: beside.files,
    losses: [...lossesIn(connector, properties.file), ...beside.losses],
    notes: [
      ...secrets.map(({ name }) => `A client secret is left out; ${name} stands for it`),
      ...notes,
      ...beside.notes,
    ],
  };
}

/** The text as it is: numbers, escapes and the order of keys such as "200" are kept, which no parsed value does. */
function keptDocument(
  { texts }: Connector,
  file: string,
  value: JsonObject,
): { readonly document: DraftDocument; readonly notes: readonly string[] } {
  const text = texts.get(file) ?? '';
  const { problems, relaxed = '' } = isStrict(text) ? { problems: [], relaxed: text } : scanJson(text);
  const slips = problems.filter(({ kind }) => kind !== 'duplicate-key').length;
  const notes = slips === 0 ? [] : [`${plural(slips, 'slip')} in the JSON of ${file} mended`];
  return { document: { file: 'openapi.json', text: relaxed, value }, notes };
}

function isStrict(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What the text of the properties says and their value does not: they are written anew. */
function lossesIn({ texts, findings }: Connector, file: string): ImportLoss[] {
  const text = texts.get(file) ?? '';
  const strict = scanJson(text).relaxed ?? text;
  const numbers = inexactNumbers(strict).map(({ offset, written, read }) => {
    const { line, column } = positionAt(text, offset);
    const message = `Number ${written.slice(0, 40)} is read as ${read}: ${file}:${line}:${column}`;
    return { pointer: '', construct: 'number', message };
  });
  const doubles = findings.flatMap(({ code, at, message }) =>
    code === 'file/json-duplicate-keys' && 'file' in at && at.file === file
      ? [{ pointer: at.pointer ?? '', construct: 'key', message: `${message} of ${file}; the last one counts` }]
      : [],
  );
  return [...numbers, ...doubles];
}
