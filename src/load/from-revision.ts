import type { ConnectorId } from '../domain/connector-id.ts';
import { EMPTY_MANIFEST, type BytesPart, type Connector, type TextPart } from '../domain/connector.ts';
import { plainPart } from '../domain/plain-part.ts';
import type { RevisionContent } from '../domain/revision.ts';

/** A revision as a connector, to be judged or compared. Its places are pointers into the published documents; there is no text with lines. */
export function connectorFromRevision(id: ConnectorId, content: RevisionContent): Connector {
  const { openapi, properties, icon, script, readme } = content;
  const parts = {
    openapi: plainPart('openapi.json', openapi),
    properties: plainPart('properties.json', properties),
    icon: bytesPart('icon.png', icon),
    script: textPart('script.csx', script),
    readme: textPart('README.md', readme),
  };
  const files = Object.values(parts).flatMap((part) => (part === undefined ? [] : [part.file]));
  return {
    id,
    layout: 'published',
    folder: id,
    files: files.sort(),
    ...parts,
    manifest: EMPTY_MANIFEST,
    texts: new Map(),
    findings: [],
  };
}

function bytesPart(file: string, bytes: Uint8Array | undefined): BytesPart | undefined {
  return bytes === undefined ? undefined : { file, bytes };
}

function textPart(file: string, text: string | undefined): TextPart | undefined {
  return text === undefined ? undefined : { file, text };
}
