import { destinationFor } from '../app/import/destination.ts';
import { earlierImport } from '../app/import/earlier-import.ts';
import { finishKept } from '../app/import/finish-kept.ts';
import type { KeptConnector } from '../app/import/kept-connector.ts';
import { mergeImport } from '../app/import/merge-import.ts';
import { readyImport, readyMerge, type ReadyImport } from '../app/import/ready-import.ts';
import { Failure } from '../domain/failure.ts';
import type { ImportReport } from '../report/import-report.ts';
import type { ImportOptions } from './import-source.ts';
import { today } from './today.ts';

/** A connector that is complete where it comes from, in our own form: nothing is asked, and answers given beforehand are refused. */
export function importKept(kept: KeptConnector, source: ImportReport['source'], options: ImportOptions): ReadyImport {
  refuseAnswers(source.kind, options);
  const { out, name = kept.name, force } = options;
  const destination = destinationFor({ workingFolder: process.cwd(), name, out, today: today() }, kept.name, true);
  const earlier = earlierImport(destination, force === true);
  const finished = finishKept(kept, destination, source);
  if (earlier.kind !== 'recorded') {
    return readyImport(finished, destination, earlier);
  }
  return readyMerge(mergeImport(finished, earlier.record, destination), destination);
}

const PLAIN = [
  ['--service-url', 'serviceUrl'],
  ['--title', 'title'],
  ['--description', 'description'],
  ['--publisher', 'publisher'],
  ['--brand-color', 'brandColor'],
  ['--website', 'website'],
  ['--host', 'host'],
  ['--icon', 'icon'],
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

function refuseAnswers(kind: string, options: ImportOptions): void {
  const given =
    PLAIN.find(([, key]) => options[key] !== undefined)?.[0] ??
    LISTS.find(([, key]) => options[key].length > 0)?.[0] ??
    (options.dynamicValues ? undefined : '--no-dynamic-values');
  if (given === undefined) return;
  throw new Failure('usage', `${given} is not for ${kind}, which is imported as it is`, {
    hint: 'Change what was imported with "connectors edit"',
  });
}
