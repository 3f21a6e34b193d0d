import type { DocumentFolder } from '../../convert/openapi-3-to-2.ts';
import { Failure } from '../../domain/failure.ts';
import type { Connector } from '../../domain/connector.ts';
import { joinPath, type FileTree } from '../../domain/file-tree.ts';
import { isObject, type JsonObject } from '../../domain/json.ts';
import { sourceDocument } from '../../fix/source-document.ts';
import { createFolderReader } from '../../load/folder-reader.ts';
import { formatOf } from '../../places/locate.ts';
import { diskTree } from '../../load/disk-tree.ts';
import { loadTree } from '../../load/load-tree.ts';
import { rewrite } from '../../way-out/rewrite.ts';
import { replaceFile } from '../replace-file.ts';
import type { Answers } from './answers.ts';
import { applyAnswers } from './apply-answers.ts';
import type { Draft } from './draft.ts';
import { drawIcon } from './draw-icon.ts';

/** A connector on disk, ready to be edited. */
export interface Opened {
  /** Absolute. */
  readonly root: string;
  /** From the root. */
  readonly folder: string;
  readonly name: string;
  readonly draft: Draft;
  /** Of connector.yaml, as read. */
  readonly manifest: string;
  readonly manifestFile: string;
  readonly definitionFile: string;
  /** The bytes of the files as they were read, by path from the root. */
  readonly former: ReadonlyMap<string, Uint8Array>;
}

/** @throws Failure (`usage`) when there is no connector of our own layout in the folder, or its files cannot be read. */
export function openConnector(root: string, folder: string): Opened {
  const tree = diskTree(root);
  const [connector] = loadTree(tree, [folder]).connectors;
  if (connector === undefined || connector.folder !== folder)
    throw new Failure('usage', `There is no connector "${folder}"`);
  const part = connector.manifestPart;
  const definition = definitionOf(connector);
  const manifest = part === undefined ? undefined : connector.texts.get(part.file);
  if (part === undefined || definition === undefined || manifest === undefined) {
    throw new Failure(
      'usage',
      `"${folder}" cannot be edited: its connector.yaml or its OpenAPI document cannot be read`,
      {
        hint: `Run "connectors validate ${folder}" first`,
      },
    );
  }
  const draft: Draft = {
    document: {
      file: nameOf(definition.file),
      text: definition.text,
      value: definition.value,
      files: filesAround(tree, folder, nameOf(definition.file)),
    },
    native: part.value,
    icon: connector.icon?.bytes,
    readme: connector.readme?.text,
    script: connector.script?.text,
    losses: [],
    notes: [],
  };
  const files = [part.file, definition.file, ...(connector.icon === undefined ? [] : [connector.icon.file])];
  const former = new Map(files.map((file) => [file, tree.read(file)]));
  const names = { manifestFile: part.file, definitionFile: definition.file };
  return { root, folder, name: connector.id, draft, manifest, former, ...names };
}

interface Definition {
  readonly file: string;
  readonly text: string;
  readonly value: JsonObject;
}

/** The document as its author wrote it: also one that cannot be converted, since the next source or an answer may mend it. */
function definitionOf({ openapi, texts, folder }: Connector): Definition | undefined {
  const names = ['openapi.yaml', 'openapi.yml', 'openapi.json'].map((name) => joinPath(folder, name));
  const file = openapi?.file ?? names.find((name) => texts.has(name));
  const text = file === undefined ? undefined : texts.get(file);
  if (file === undefined || text === undefined) return undefined;
  const value = openapi?.authored ?? openapi?.value ?? sourceDocument(file, text).value();
  return isObject(value) ? { file, text, value } : undefined;
}

function filesAround(tree: FileTree, folder: string, self: string): DocumentFolder {
  const reader = createFolderReader(tree, folder, tree.entries(folder) ?? []);
  return {
    self,
    read: (name) => {
      const found = formatOf(name) === undefined ? undefined : reader.find(name);
      return found === undefined ? undefined : reader.object(found);
    },
  };
}

/** What is written anew, by path from the root. */
export type EditedTexts = ReadonlyMap<string, Uint8Array>;

/**
 * The files that are different with these answers. Comments, order and style of both texts stay.
 * @throws Failure (`usage`) when a text is written so that it cannot be edited.
 */
export function editedTexts(opened: Opened, before: Answers, answers: Answers): EditedTexts {
  const { draft, name, folder, manifest, manifestFile, definitionFile } = opened;
  const after = applyAnswers(draft, name, answers);
  const texts = new Map<string, Uint8Array>();
  if (after.document.text !== draft.document.text) texts.set(definitionFile, Buffer.from(after.document.text));
  const nextManifest = rewritten(manifestFile, manifest, after.native);
  if (nextManifest !== manifest) texts.set(manifestFile, Buffer.from(nextManifest));
  const icon = redrawn(draft.icon, before, answers);
  if (icon !== undefined) texts.set(`${folder}/icon.png`, icon);
  return texts;
}

function rewritten(file: string, text: string, value: JsonObject): string {
  const next = rewrite(sourceDocument(file, text), value);
  if (next !== undefined) return next;
  throw new Failure('usage', `"${file}" is written so that it cannot be edited`, { hint: 'Edit it by hand' });
}

/** Only an icon that we drew ourselves follows the title and the colour. */
function redrawn(icon: Uint8Array | undefined, before: Answers, after: Answers): Uint8Array | undefined {
  const isOurs = icon !== undefined && Buffer.from(drawIcon(before.title, before.brandColor)).equals(icon);
  const next = drawIcon(after.title, after.brandColor);
  return isOurs && !Buffer.from(next).equals(icon) ? next : undefined;
}

/** Writes edited files. @throws Failure (`conflict`) when one changed meanwhile. */
export function writeEdited({ root, former }: Opened, texts: EditedTexts): void {
  for (const [path, bytes] of texts) {
    replaceFile(root, { from: path, path, bytes, former: former.get(path) ?? Buffer.alloc(0) });
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
