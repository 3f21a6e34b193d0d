import { relative } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { FileTree } from '../../domain/file-tree.ts';
import { operationsOf } from '../../domain/operation.ts';
import { diskTree } from '../../load/disk-tree.ts';
import type { ImportReport } from '../../report/import-report.ts';
import { schemaIn } from '../patient.ts';
import type { Answers } from './answers.ts';
import { applyAnswers } from './apply-answers.ts';
import type { Decisions } from './decisions.ts';
import type { Draft } from './draft.ts';
import { folderFiles } from './folder-files.ts';
import { RECORD_FILE, recordOf, recordText } from './import-record.ts';
import { splitFiles } from './imported-parts.ts';
import { judgeFiles } from './judge-files.ts';
import { nextCommands } from './next-commands.ts';
import { publishedView } from './published-view.ts';
import { serviceRefusal } from './service-refusal.ts';
import type { Destination } from './destination.ts';

export interface Finished {
  /** Absolute. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly report: ImportReport;
}

export interface Told {
  readonly source: ImportReport['source'];
  /** What a later import of the source is to know; undefined where nothing can be imported again. */
  readonly decisions: Decisions | undefined;
}

/** The folder that a draft becomes with these answers, judged. Nothing is written. */
export function finishImport(draft: Draft, answers: Answers, destination: Destination, told: Told): Finished {
  const { source, decisions } = told;
  const { root, folder, name, shown, today } = destination;
  if (answers.serviceUrl === undefined) throw withoutService(source.name, draft.document.value);
  const tree = diskTree(root);
  const answered = applyAnswers(draft, name, answers);
  const judged = judgeFiles({ tree, folder, today }, folderFiles(answered, answers, schemaFrom(tree, folder)));
  const view = publishedView(answered.document.value);
  const files = decisions === undefined ? judged.files : withRecord(judged.files, decisions);
  return {
    folder: destination.absolute,
    files,
    report: {
      version: 1,
      connector: name,
      folder: shown,
      source,
      files: [...files.keys()],
      title: answers.title,
      operations: operationsOf(view.document).length,
      losses: [...draft.losses, ...view.refused, ...view.losses],
      notes: draft.notes,
      ...(draft.details === undefined ? {} : { details: draft.details }),
      mended: judged.mended,
      errors: judged.errors,
      todo: judged.todo,
      next: nextCommands(shown, name, judged.errors.length === 0),
    },
  };
}

/** Where editors find the schema of connector.yaml, from a folder. */
export function schemaFrom(tree: FileTree, folder: string): string {
  const schema = schemaIn(tree) ?? 'node_modules/@connector-registry/connectors/schemas/connector.schema.json';
  return slashed(relative(folder, schema));
}

/** With what a later import of the source is to know. */
export function withRecord(
  files: ReadonlyMap<string, Uint8Array>,
  decisions: Decisions,
): ReadonlyMap<string, Uint8Array> {
  const { parts, others } = splitFiles(files);
  return new Map([...files, [RECORD_FILE, Buffer.from(recordText(recordOf(decisions, parts, others)))]]);
}

function withoutService(source: string, document: JsonObject): Failure {
  const refusal = serviceRefusal(document);
  const why = refusal === undefined ? 'does not say where its service is' : `cannot be imported: ${refusal}`;
  return new Failure('usage', `"${source}" ${why}`, {
    hint: 'Give it with --service-url, such as https://api.contoso.com/v1',
  });
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
