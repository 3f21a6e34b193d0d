// Imports each folder of Microsoft's form below a folder, exports it again, and compares: the two documents in meaning and in the order of
// keys, the other files in bytes. Each is imported twice, which has to give the same bytes. Nothing is left on disk.
// Usage: node scripts/round-trip.ts FOLDER      exits 1 when one comes back different
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findExportables } from '../src/app/export/exportable.ts';
import { microsoftLayout } from '../src/app/export/microsoft-layout.ts';
import { destinationFor } from '../src/app/import/destination.ts';
import { finishKept } from '../src/app/import/finish-kept.ts';
import { keepFolder } from '../src/app/import/keep-folder.ts';
import { keptFiles } from '../src/app/import/kept-files.ts';
import { openFolder, type OpenedFolder } from '../src/app/import/open-folder.ts';
import { writeFolder } from '../src/app/write-folder.ts';
import { withClientSecretRefs, withStandIns } from '../src/convert/secret-references.ts';
import { clientSecretName } from '../src/app/import/connection.ts';
import { Failure } from '../src/domain/failure.ts';
import { isObject, type JsonObject } from '../src/domain/json.ts';
import { diskTree } from '../src/load/disk-tree.ts';
import { connectorFolders } from '../src/load/load-tree.ts';
import { parseJson } from '../src/load/parse-json.ts';

type Files = ReadonlyMap<string, Uint8Array>;

const tally = { folders: 0, equal: 0, secrets: 0, bytes: 0, unreadable: 0, different: 0 };
const [root = ''] = process.argv.slice(2);
for (const folder of connectorFolders(diskTree(root), [''])) tryFolder(folder);
console.log(
  `${tally.folders} folders: ${tally.equal} come back equal (${tally.bytes} of them byte for byte, ${tally.secrets} with a client secret left out), ` +
    `${tally.unreadable} cannot be read, ${tally.different} come back different`,
);
process.exitCode = tally.different > 0 ? 1 : 0;

function tryFolder(folder: string): void {
  tally.folders += 1;
  const opened = openedOrTold(folder);
  if (opened === undefined) return;
  const place = mkdtempSync(join(tmpdir(), 'round-trip-'));
  try {
    const once = imported(opened, place);
    const again = imported(opened, place);
    writeFolder({ folder: join(place, 'connector'), files: once });
    const [exportable] = findExportables(place, ['connector']);
    const { files } = microsoftLayout(exportable ?? never('the import left no connector'));
    note(folder, opened, files, [...sameFiles(once, again, 'imported again: '), ...differences(opened, files)]);
  } finally {
    rmSync(place, { recursive: true });
  }
}

function openedOrTold(folder: string): OpenedFolder | undefined {
  try {
    return openFolder(join(root, folder), folder);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    tally.unreadable += 1;
    console.log(cause.message);
    return undefined;
  }
}

function imported(opened: OpenedFolder, place: string): Files {
  const kept = keepFolder(opened);
  const wish = { workingFolder: place, name: 'connector', out: '.', today: '2027-01-01' };
  return finishKept(kept, destinationFor(wish, ''), { name: '', kind: '' }).files;
}

function note(folder: string, opened: OpenedFolder, files: Files, found: readonly string[]): void {
  if (found.length > 0) {
    tally.different += 1;
    console.log(`${folder}: ${found.join('; ')}`);
    return;
  }
  tally.equal += 1;
  if (withClientSecretRefs(propertiesOf(opened), 'NAME').secrets.length > 0) tally.secrets += 1;
  const { tree, openapi, properties } = opened;
  const pairs = [
    [openapi.file, 'apiDefinition.swagger.json'],
    [properties.file, 'apiProperties.json'],
  ] as const;
  if (pairs.every(([file, name]) => isSame(tree.read(file), files.get(name)))) tally.bytes += 1;
}

/** How the exported files differ from those that were imported. A secret that was left out is none: its stand-in is expected. */
function differences(opened: OpenedFolder, files: Files): string[] {
  const { tree, connector, openapi } = opened;
  const name = clientSecretName(connector.id);
  const wanted = withStandIns(withClientSecretRefs(propertiesOf(opened), name).value).value;
  const exported = JSON.stringify(JSON.parse(textOf(files, 'apiProperties.json')));
  // The text says more than its value: numbers as they are written, and the order of keys such as "200".
  const definition = connector.texts.get(openapi.file) ?? '';
  const isSameText = compact(definition) === compact(textOf(files, 'apiDefinition.swagger.json'));
  const isMended =
    JSON.stringify(openapi.value) === JSON.stringify(JSON.parse(textOf(files, 'apiDefinition.swagger.json')));
  const beside = keptFiles(tree, connector).files;
  return [
    ...(JSON.stringify(wanted) === exported ? [] : ['the properties']),
    ...(isSameText || (isMended && !isStrict(definition)) ? [] : ['the definition']),
    ...sameFiles(beside, new Map([...files].filter(([file]) => !file.startsWith('api'))), ''),
  ];
}

function sameFiles(one: Files, two: Files, prefix: string): string[] {
  const names = [...new Set([...one.keys(), ...two.keys()])];
  return names.filter((name) => !isSame(one.get(name), two.get(name))).map((name) => prefix + name);
}

function isSame(one: Uint8Array | undefined, two: Uint8Array | undefined): boolean {
  return one !== undefined && two !== undefined && Buffer.from(one).equals(two);
}

function propertiesOf({ connector, properties }: OpenedFolder): JsonObject {
  const { value } = parseJson(properties.file, connector.texts.get(properties.file) ?? '');
  return isObject(value) ? value : never('there are no properties');
}

function textOf(files: Files, name: string): string {
  return Buffer.from(files.get(name) ?? []).toString('utf8');
}

function compact(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|\s+/gs, '$1');
}

function isStrict(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function never(why: string): never {
  throw new Error(why);
}
