import { destinationFor } from '../app/import/destination.ts';
import { earlierImport } from '../app/import/earlier-import.ts';
import { finishKept } from '../app/import/finish-kept.ts';
import { keepFolder } from '../app/import/keep-folder.ts';
import { mergeImport } from '../app/import/merge-import.ts';
import { openFolder } from '../app/import/open-folder.ts';
import { writeFinished } from '../app/import/write-finished.ts';
import { writeMerged } from '../app/import/write-merged.ts';
import { Failure } from '../domain/failure.ts';
import type { Imported, ImportOptions } from './import-source.ts';
import { today } from './today.ts';

/** A folder of Microsoft's form in our own. It is complete, so nothing is asked, and answers given beforehand are refused. */
export function importFolder(path: string, named: string, options: ImportOptions): Imported {
  refuseAnswers(options);
  const kept = keepFolder(openFolder(path, named));
  const { out, name = kept.name, force } = options;
  const destination = destinationFor({ workingFolder: process.cwd(), name, out, today: today() }, kept.name, true);
  const earlier = earlierImport(destination, force === true);
  const finished = finishKept(kept, destination, { name: named, kind: 'a folder of Microsoft’s form' });
  if (earlier.kind !== 'recorded') {
    return { report: finished.report, write: () => writeFinished(finished, destination, earlier) };
  }
  const { report, changed, former } = mergeImport(finished, earlier.record, destination);
  return { report, write: () => writeMerged({ ...destination, changed, former }) };
}

const PLAIN = [
  ['--service-url', 'serviceUrl'],
  ['--title', 'title'],
  ['--description', 'description'],
  ['--publisher', 'publisher'],
  ['--brand-color', 'brandColor'],
  ['--website', 'website'],
  ['--host', 'host'],
  ['--auth', 'auth'],
  ['--key-name', 'keyName'],
  ['--key-in', 'keyIn'],
  ['--authorization-url', 'authorizationUrl'],
  ['--token-url', 'tokenUrl'],
] as const;

const LISTS = [
  ['--tag', 'tag'],
  ['--operation', 'operation'],
  ['--environment', 'environment'],
  ['--category', 'category'],
  ['--trigger', 'trigger'],
  ['--scope', 'scope'],
] as const;

function refuseAnswers(options: ImportOptions): void {
  const given =
    PLAIN.find(([, key]) => options[key] !== undefined)?.[0] ??
    LISTS.find(([, key]) => options[key].length > 0)?.[0] ??
    (options.dynamicValues ? undefined : '--no-dynamic-values');
  if (given === undefined) return;
  throw new Failure('usage', `${given} is not for a folder, which is imported as it is`, {
    hint: 'Change what was imported with "connectors edit"',
  });
}
