import { deriveConnectorId } from '../domain/connector-id.ts';
import { EMPTY_MANIFEST } from '../domain/connector.ts';
import type { FileEntry } from '../domain/file-tree.ts';
import { isObject, member } from '../domain/json.ts';
import { plainPart } from '../domain/plain-part.ts';
import { loadCommonParts } from './common-parts.ts';
import { pickDefinition, reportSize } from './definition-file.ts';
import type { FolderReader } from './folder-reader.ts';
import type { ConnectorLayout, ConnectorParts } from './layout.ts';
import { pickFile } from './pick-file.ts';

const DEFINITION = 'apiDefinition.swagger.json';
const PROPERTIES = 'apiProperties.json';
const DEFINITIONS = [/^apiDefinition\.swagger\.json$/i, /^(?!apiProperties\.).*\.swagger\.json$/i];

/** The layout of PowerPlatformConnectors and of `paconn`: apiDefinition.swagger.json and apiProperties.json, in any spelling that occurs. */
export const microsoftLayout: ConnectorLayout = {
  name: 'microsoft',
  recognises: (entries) => entries.some((entry) => entry.kind !== 'folder' && isOwnName(entry)),
  idOf: deriveConnectorId,
  load,
};

function isOwnName({ name }: FileEntry): boolean {
  return /^apiProperties\.json$/i.test(name) || /\.swagger\.json$/i.test(name);
}

function load(reader: FolderReader): ConnectorParts {
  const settings = reader.files.find(({ name }) => /^settings\.json$/i.test(name));
  // Arguments of paconn, no part of the connector: read so that rules can look for tenant data in it.
  if (settings !== undefined) reader.text(settings);
  return {
    openapi: loadDefinition(reader),
    properties: loadProperties(reader),
    manifest: EMPTY_MANIFEST,
    ...loadCommonParts(reader),
  };
}

function loadDefinition(reader: FolderReader): ConnectorParts['openapi'] {
  const file = pickDefinition(reader, DEFINITION, DEFINITIONS, (name) => name === DEFINITION);
  if (file === undefined) return undefined;
  const value = reader.object(file);
  reportSize(reader, reader.pathOf(file.name), file.size);
  return value === undefined ? undefined : plainPart(reader.pathOf(file.name), value);
}

function loadProperties(reader: FolderReader): ConnectorParts['properties'] {
  const file = pickFile(reader, PROPERTIES, [/^apiProperties\.json$/i]);
  if (file === undefined) {
    reportMissing(reader, reader.folder, `Folder "${reader.folder}" holds no "${PROPERTIES}"`);
    return undefined;
  }
  const document = reader.object(file);
  if (document === undefined) return undefined;
  const path = reader.pathOf(file.name);
  const value = member(document, 'properties');
  if (isObject(value)) return plainPart(path, value, '/properties');
  reportMissing(reader, path, `File "${file.name}" has no object "properties"`);
  return undefined;
}

function reportMissing(reader: FolderReader, file: string, message: string): void {
  const hint = 'Add {"properties": {"iconBrandColor": "#007ee5", "connectionParameters": {}}} and fill it in';
  reader.report({ code: 'file/missing-api-properties', at: { file }, message, hint });
}
