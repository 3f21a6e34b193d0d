import { deriveConnectorId } from '../domain/connector-id.ts';
import { EMPTY_MANIFEST, type Connector } from '../domain/connector.ts';
import { member } from '../domain/json.ts';
import { formatOf } from '../places/locate.ts';
import { createFolderReader } from './folder-reader.ts';
import type { LoadSource } from './load-connector.ts';
import { loadNativeDefinition } from './native-definition.ts';

/**
 * An OpenAPI document that lies in no connector's folder: a connector with nothing else, for comparing two versions of a definition and for
 * a first look at one. Undefined for any other file.
 */
export function loadLoneFile({ tree, entriesOf }: LoadSource, path: string): Connector | undefined {
  const folder = path.split('/').slice(0, -1).join('/') || '.';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const file = entriesOf(folder)?.find((entry) => entry.name === name);
  if (file?.kind !== 'file' || formatOf(name) === undefined) return undefined;
  const reader = createFolderReader(tree, folder, [file]);
  const openapi = loadNativeDefinition(reader, file);
  const isOpenApi = member(openapi?.value, 'swagger') !== undefined || openapi?.convertedFrom !== undefined;
  if (!isOpenApi && reader.findings.length === 0) return undefined;
  const { texts, findings } = reader;
  const nothing = {
    properties: undefined,
    manifest: EMPTY_MANIFEST,
    icon: undefined,
    script: undefined,
    readme: undefined,
  };
  const id = deriveConnectorId(name.replace(/\.[^.]*$/, ''));
  return { id, layout: 'native', folder, files: [path], openapi, ...nothing, texts, findings };
}
