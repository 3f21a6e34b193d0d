import { plainPart } from '../domain/plain-part.ts';
import { propertiesFromNative } from '../convert/native.ts';
import { parseConnectorId } from '../domain/connector-id.ts';
import { EMPTY_MANIFEST } from '../domain/connector.ts';
import type { JsonObject } from '../domain/json.ts';
import { loadCommonParts } from './common-parts.ts';
import { pickDefinition } from './definition-file.ts';
import type { FolderReader } from './folder-reader.ts';
import type { ConnectorLayout, ConnectorParts } from './layout.ts';
import { manifestOf } from './manifest.ts';
import { loadNativeDefinition } from './native-definition.ts';
import { pickFile } from './pick-file.ts';

const MANIFEST = 'connector.yaml';
const DEFINITIONS = [/^openapi\.ya?ml$/i, /^openapi\.json$/i, /\.swagger\.json$/i];

/** Our own layout: connector.yaml and openapi.yaml or openapi.json, in a folder whose name is the connector's. */
export const nativeLayout: ConnectorLayout = {
  name: 'native',
  recognises: (entries) =>
    entries.some(({ name, kind }) => kind !== 'folder' && /^(?:connector\.ya?ml|openapi\.(?:ya?ml|json))$/i.test(name)),
  idOf: parseConnectorId,
  load,
};

function load(reader: FolderReader): ConnectorParts {
  const definition = pickDefinition(reader, 'openapi.yaml', DEFINITIONS, (name) => /^openapi\.(yaml|json)$/.test(name));
  const openapi = definition === undefined ? undefined : loadNativeDefinition(reader, definition);
  return { openapi, ...loadManifest(reader), ...loadCommonParts(reader) };
}

function loadManifest(reader: FolderReader): Pick<ConnectorParts, 'properties' | 'manifest' | 'manifestPart'> {
  const file = pickFile(reader, MANIFEST, [/^connector\.ya?ml$/i]);
  const value = file === undefined ? undefined : reader.object(file);
  if (file === undefined) reportMissing(reader);
  if (file === undefined || value === undefined) return { properties: undefined, manifest: EMPTY_MANIFEST };
  return partsOf(reader.pathOf(file.name), value);
}

function partsOf(file: string, value: JsonObject): Pick<ConnectorParts, 'properties' | 'manifest' | 'manifestPart'> {
  const { properties, pointerOf } = propertiesFromNative(value);
  return {
    properties: { file, value: properties, placeOf: (pointer) => ({ file, pointer: pointerOf(pointer) }) },
    manifest: manifestOf(value),
    manifestPart: plainPart(file, value),
  };
}

function reportMissing(reader: FolderReader): void {
  reader.report({
    code: 'file/missing-api-properties',
    at: { file: reader.folder },
    message: `Folder "${reader.folder}" holds no "${MANIFEST}"`,
    hint: 'Add one; "iconBrandColor" and "publisher" are a start',
  });
}
