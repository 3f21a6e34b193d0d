import type { Connector } from '../domain/connector.ts';
import { joinPath } from '../domain/file-tree.ts';
import type { FilePlace, Finding } from '../domain/finding.ts';
import { createLocator } from '../places/locator.ts';

// What a document survives: it is read all the same.
const HARMLESS: ReadonlySet<string> = new Set([
  'file/byte-order-mark',
  'file/case-collision',
  'file/definition-nearly-too-large',
  'file/definition-too-large',
  'file/folder-name-not-valid',
  'file/json-comments',
  'file/json-duplicate-keys',
  'file/json-trailing-comma',
  'file/name-not-standard',
  'file/symbolic-link',
  'file/two-api-definitions',
  'file/yaml-duplicate-keys',
]);

/** Why a document of a connector could not be read: the file, the place in it, and what is there. */
export function unreadableWhy({ findings, texts, folder }: Connector): {
  readonly why: string;
  readonly hint?: string;
} {
  // What was tried in vain stands last in its file.
  const finding = findings.findLast(({ code }) => !HARMLESS.has(code));
  if (finding === undefined) return { why: 'one of its documents is missing' };
  const { message, hint } = linkFor(finding, findings) ?? finding;
  const place = placeOf(finding);
  const why =
    place === undefined || !texts.has(place.file)
      ? withoutFolder(message)
      : `${shownAt(place, texts, folder)} ${message}`;
  return hint === undefined ? { why } : { why, hint };
}

const MISSING: Readonly<Record<string, RegExp>> = {
  'file/missing-api-properties': /^(?:apiProperties\.json|connector\.ya?ml)$/i,
  'file/missing-api-definition': /(?:\.swagger\.json|^openapi\.(?:ya?ml|json))$/i,
};

/** The link that stands where a document is missed. */
function linkFor(missing: Finding, findings: readonly Finding[]): Finding | undefined {
  const name = MISSING[missing.code];
  const folder = placeOf(missing)?.file;
  if (name === undefined || folder === undefined) return undefined;
  return findings.find(({ code, at }) => {
    if (code !== 'file/symbolic-link' || !('file' in at)) return false;
    const file = at.file.slice(at.file.lastIndexOf('/') + 1);
    return joinPath(folder, file) === at.file && name.test(file);
  });
}

/** Whoever asks names the folder. */
function withoutFolder(message: string): string {
  return message.replace(/^Folder ".*" holds /s, 'it holds ');
}

function placeOf({ at }: Finding): FilePlace | undefined {
  return 'file' in at ? at : undefined;
}

function shownAt(place: FilePlace, texts: Connector['texts'], folder: string): string {
  const { line, column } = createLocator(texts)(place).start;
  const name = folder !== '.' && place.file.startsWith(`${folder}/`) ? place.file.slice(folder.length + 1) : place.file;
  return `${name}:${line}:${column}`;
}
