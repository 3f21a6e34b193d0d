import { mergeReimport, type ReimportConflict } from '../../convert/reimport-merge.ts';
import { Failure } from '../../domain/failure.ts';
import type { JsonObject } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { sourceDocument } from '../../fix/source-document.ts';
import { diskTree } from '../../load/disk-tree.ts';
import { createLocator } from '../../places/locator.ts';
import type { ImportConflict, ImportReport } from '../../report/import-report.ts';
import { rewrite } from '../../way-out/rewrite.ts';
import type { Origins } from '../../way-out/origin.ts';
import { changedOperations } from './changed-operations.ts';
import type { Destination } from './destination.ts';
import { openConnector, type Opened } from './edit-connector.ts';
import type { Finished } from './finish-import.ts';
import { RECORD_FILE, type ImportRecord } from './import-record.ts';
import { splitFiles } from './imported-parts.ts';
import { judgeFolder } from './judge-files.ts';
import { mergeOthers } from './merge-others.ts';
import { updateCommands } from './next-commands.ts';
import { overlaidTree } from './overlaid-tree.ts';

export interface MergedImport {
  /** New bytes by name, of the files that are different: the record last, so that an interruption is made good by importing again. */
  readonly changed: ReadonlyMap<string, Uint8Array>;
  /** What was merged, by name: a file that holds something else by now is left alone. */
  readonly former: ReadonlyMap<string, Uint8Array>;
  readonly report: ImportReport;
}

/**
 * A source that was imported before, brought into the folder as it is now: what was edited by hand stays, with its comments and its order.
 * Nothing is written.
 * @throws Failure (`usage`) when the folder cannot be read, (`refused`) when a file is written so that it cannot be edited.
 */
export function mergeImport(fresh: Finished, record: ImportRecord, destination: Destination): MergedImport {
  const { root, folder, shown, today, name } = destination;
  const opened = openConnector(root, folder);
  const { parts, others } = splitFiles(fresh.files);
  const mine = { openapi: opened.draft.document.value, native: opened.draft.native };
  const merged = mergeReimport(record.snapshot, mine, parts);
  const texts = mergedTexts(opened, merged);
  const tree = diskTree(root);
  const beside = mergeOthers({ tree, folder }, record.files, others);
  const changed = new Map([...texts, ...beside.changed].filter(([file]) => file !== RECORD_FILE));
  const newRecord = beside.changed.get(RECORD_FILE);
  if (newRecord !== undefined) changed.set(RECORD_FILE, newRecord);
  const judged = judgeFolder({ tree: overlaidTree(tree, folder, changed, 'kept'), folder, today });
  const operations = changedOperations(mine.openapi, merged.openapi);
  return {
    changed,
    former: new Map([...beside.former, ...[...opened.former].map(([path, bytes]) => [nameOf(path), bytes] as const)]),
    report: {
      ...fresh.report,
      ...judged,
      operations: operations.count,
      notes: [...fresh.report.notes, ...beside.notes],
      mended: 0,
      merged: {
        changed: [...changed.keys()],
        operations: operations.changes,
        conflicts: conflictsIn(opened, texts, merged.conflicts, shown),
      },
      next: updateCommands(shown, name, changed.size > 0, judged.errors.length === 0),
    },
  };
}

interface MergedValues {
  readonly openapi: JsonObject;
  readonly native: JsonObject;
  readonly moves: ReadonlyMap<string, string>;
}

/** The two texts, by name, as far as they are different. */
function mergedTexts(opened: Opened, { openapi, native, moves }: MergedValues): Map<string, Uint8Array> {
  const { draft, manifest, manifestFile, definitionFile } = opened;
  const definition = sourceDocument(definitionFile, draft.document.text);
  // What the author wrote about an operation moves along with it.
  const origins: Origins = new Map(
    [...moves].map(([from, to]) => [
      pointerTo('paths', to),
      { document: definition, pointer: pointerTo('paths', from) },
    ]),
  );
  const texts = [
    [definitionFile, draft.document.text, rewrite(definition, openapi, origins) ?? rewrite(definition, openapi)],
    [manifestFile, manifest, rewrite(sourceDocument(manifestFile, manifest), native)],
  ] as const;
  return new Map(
    texts.flatMap(([file, before, after]) => {
      if (after === undefined) throw notEditable(file);
      return after === before ? [] : [[nameOf(file), Buffer.from(after)] as const];
    }),
  );
}

function notEditable(file: string): Failure {
  return new Failure('refused', `"${file}" is written so that the source cannot be merged into it`, {
    hint: '--force writes it anew, without what was edited by hand; git has what was there',
  });
}

function conflictsIn(
  { manifest, draft, manifestFile, definitionFile }: Opened,
  texts: ReadonlyMap<string, Uint8Array>,
  conflicts: readonly ReimportConflict[],
  shown: string,
): ImportConflict[] {
  const textOf = (file: string, before: string): [string, string] => {
    const bytes = texts.get(nameOf(file));
    return [nameOf(file), bytes === undefined ? before : Buffer.from(bytes).toString('utf8')];
  };
  const locate = createLocator(new Map([textOf(definitionFile, draft.document.text), textOf(manifestFile, manifest)]));
  return conflicts.map(({ part, pointer, message, yours, source }) => {
    const file = nameOf(part === 'openapi' ? definitionFile : manifestFile);
    const { line, column } = locate({ file, pointer, key: true }).start;
    const sides = { ...(yours === undefined ? {} : { yours }), ...(source === undefined ? {} : { source }) };
    return { file: `${shown}/${file}`, line, column, pointer, message, ...sides };
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
