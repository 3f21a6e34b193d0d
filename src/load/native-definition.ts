import { createHash } from 'node:crypto';
import { convertOpenApi3, type DocumentFolder, type Loss, type SourcePlace } from '../convert/openapi-3-to-2.ts';
import type { OpenApiPart } from '../domain/connector.ts';
import type { FileEntry } from '../domain/file-tree.ts';
import type { FilePlace, RuleCode } from '../domain/finding.ts';
import { member, type JsonObject } from '../domain/json.ts';
import { VERSION } from '../domain/version.ts';
import { formatOf } from '../places/locate.ts';
import { reportSize } from './definition-file.ts';
import { plainPart } from '../domain/plain-part.ts';
import type { FolderReader } from './folder-reader.ts';

/** An OpenAPI 2.0 document as it is, one in 3.x converted: what cannot be carried is reported at its place in the author's document. */
export function loadNativeDefinition(reader: FolderReader, file: FileEntry): OpenApiPart | undefined {
  const path = reader.pathOf(file.name);
  const document = reader.object(file);
  if (document === undefined) return undefined;
  const version = versionOf3(document);
  const part = version === undefined ? plainPart(path, document) : convert(reader, file, document, version);
  // What counts is the document that is published, not how the author spaced it.
  if (part !== undefined) reportSize(reader, path, Buffer.byteLength(JSON.stringify(part.value)));
  return part;
}

/** "3.0.1" or the number 3.1, as YAML reads it without quotes. A document that also says `swagger` is one of 2.0. */
function versionOf3(document: JsonObject): string | undefined {
  const version = member(document, 'openapi');
  const text = typeof version === 'number' ? String(version) : version;
  return typeof text === 'string' && /^3(?:\.|$)/.test(text) && member(document, 'swagger') === undefined
    ? text
    : undefined;
}

function convert(reader: FolderReader, file: FileEntry, source: JsonObject, version: string): OpenApiPart | undefined {
  const path = reader.pathOf(file.name);
  const used = [path];
  const folder: DocumentFolder = {
    self: file.name,
    read: (name) => {
      const found = reader.find(name);
      if (found === undefined || formatOf(name) === undefined) return undefined;
      used.push(reader.pathOf(name));
      return reader.object(found);
    },
  };
  const { document, placeOf, losses, refused } = convertOpenApi3(source, folder);
  const at = ({ file: other, pointer }: SourcePlace): FilePlace => ({
    file: other === undefined ? path : reader.pathOf(other),
    pointer,
  });
  reportLosses(reader, 'document/conversion-refused', refused, at);
  reportLosses(reader, 'document/conversion-loss', losses, at);
  if (refused.length > 0) return undefined;
  const sourceSha256 = createHash('sha256');
  for (const one of used) sourceSha256.update(reader.texts.get(one) ?? '');
  return {
    file: path,
    value: document,
    placeOf: (pointer) => at(placeOf(pointer)),
    convertedFrom: { version, sourceSha256: sourceSha256.digest('hex'), converter: `connectors ${VERSION}` },
    authored: source,
  };
}

function reportLosses(
  reader: FolderReader,
  code: RuleCode,
  losses: readonly Loss[],
  at: (place: SourcePlace) => FilePlace,
): void {
  for (const { file, pointer, message, hint } of losses)
    reader.report({ code, at: at({ file, pointer }), message, ...(hint === undefined ? {} : { hint }) });
}
