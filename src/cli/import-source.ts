import type { OperationChoice } from '../app/import/choose-operations.ts';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { decisionsOf, withDecisions } from '../app/import/decisions.ts';
import { derive, titleFor } from '../app/import/derive.ts';
import { destinationFor, type Destination, type Wish } from '../app/import/destination.ts';
import { draftOfSource, KIND_WORDS, withChosenOperations } from '../app/import/draft-of-source.ts';
import type { Draft } from '../app/import/draft.ts';
import { earlierImport } from '../app/import/earlier-import.ts';
import { finishImport, type Finished } from '../app/import/finish-import.ts';
import type { ImportRecord } from '../app/import/import-record.ts';
import { openConnector } from '../app/import/edit-connector.ts';
import { keepArm } from '../app/import/keep-arm.ts';
import { keepIds } from '../app/import/keep-ids.ts';
import { knownFolder } from '../app/import/known-folder.ts';
import { excessOf, refuseExcess } from '../app/import/limits.ts';
import { mergeImport } from '../app/import/merge-import.ts';
import { readIcon, withIcon } from '../app/import/read-icon.ts';
import { readyImport, readyMerge, type ReadyImport } from '../app/import/ready-import.ts';
import { refuseStranger } from '../app/import/refuse-stranger.ts';
import { readSource, type Source } from '../app/import/read-source.ts';
import { Failure } from '../domain/failure.ts';
import { objectMember, stringMember, type JsonObject } from '../domain/json.ts';
import type { ImportReport } from '../report/import-report.ts';
import { askAnswers } from './ask-answers.ts';
import { askOperations } from './ask-operations.ts';
import { withOptions, type ConnectorOptions } from './connector-options.ts';
import type { FinishOptions } from './write-import.ts';
import { importFolder } from './import-folder.ts';
import { importKept } from './import-kept.ts';
import { knownTopics } from './known-topics.ts';
import { canAsk } from './prompts.ts';
import { today } from './today.ts';

/** What `connectors import` takes besides the source. */
export interface ImportOptions extends ConnectorOptions, FinishOptions {
  readonly name?: string;
  readonly out: string;
  readonly environment: readonly string[];
  readonly host?: string;
  readonly tag: readonly string[];
  readonly operation: readonly string[];
  readonly icon?: string;
  readonly force?: true;
  readonly output?: string;
}

/** Reads a source, asks what it leaves open, and makes a folder of it or merges it into the one that is there. */
export async function importSource(named: string, options: ImportOptions): Promise<ReadyImport> {
  const source = await readSource(process.cwd(), named);
  if (source.kind === 'folder') return importFolder(source.path, named, options);
  const { document } = source;
  if (document.kind === 'arm-connector') {
    return importKept(keepArm(document.list ?? document.value, document.source), sourceWords(source, named), options);
  }
  if (document.kind !== 'postman-collection') refusePostmanFlags(KIND_WORDS[document.kind], options);
  const read = async (host: string | undefined): Promise<Draft> =>
    draftOfSource(
      document,
      { environments: await environmentsIn(options), ...(host === undefined ? {} : { host }) },
      source.fetched === undefined ? process.cwd() : undefined,
    );
  const draft = await read(options.host);
  const wish = { workingFolder: process.cwd(), name: options.name, out: options.out, today: today() };
  const title =
    options.title?.trim() ?? titleFor(stringMember(objectMember(draft.document.value, 'info'), 'title') ?? '');
  const destination = destinationOf(wish, title, options);
  const earlier = earlierImport(destination, options.force === true);
  const words = sourceWords(source, named);
  if (earlier.kind === 'recorded') {
    const { host } = earlier.record.decisions;
    const again = options.host === undefined && host !== undefined ? await read(host) : draft;
    const fresh = importAgain(again, { earlier: earlier.record, destination, options, words });
    return readyMerge(mergeImport(fresh, earlier.record, destination), destination);
  }
  const finished = await importFirst(draft, { wish, destination, options, words });
  return readyImport(finished, destination, earlier);
}

function refusePostmanFlags(kind: string, { host, environment }: ImportOptions): void {
  const given = host !== undefined ? '--host' : environment.length > 0 ? '--environment' : undefined;
  if (given === undefined) return;
  const hint = given === '--host' ? { hint: '--service-url says where the service is' } : {};
  throw new Failure('usage', `${given} is for Postman collections, and this is ${kind}`, hint);
}

/** Where the source went before, when nothing says where it is to go and nothing is there. */
function destinationOf(wish: Wish, title: string, { name, title: given, out }: ImportOptions): Destination {
  const destination = destinationFor(wish, title, true);
  if (name !== undefined || given !== undefined || existsSync(destination.absolute)) return destination;
  const known = knownFolder(wish.workingFolder, out, title);
  return known === undefined ? destination : destinationFor({ ...wish, name: known }, title, true);
}

interface Again {
  readonly earlier: ImportRecord;
  readonly destination: Destination;
  readonly options: ImportOptions;
  readonly words: Words;
}

/** What was decided the last time is taken for granted, and nothing asked: "edit" asks. */
function importAgain(draft: Draft, { earlier, destination, options, words }: Again): Finished {
  const { decisions } = earlier;
  refuseWithout(decisions.environments, options.environment, destination.shown);
  const former = openConnector(destination.root, destination.folder).draft;
  const hasIcon = options.icon !== undefined || decisions.hasIcon === true;
  const icon = options.icon === undefined ? former.icon : readIcon(process.cwd(), options.icon);
  const isChosen = options.tag.length + options.operation.length > 0;
  const choice = isChosen ? { tags: options.tag, operations: options.operation } : decisions.choice;
  const host = options.host ?? decisions.host;
  const chosen = keepIds(
    withChosenOperations(withIcon(draft, hasIcon ? icon : undefined), choice),
    former.document.value,
  );
  refuseExcess(words.name, chosen.document.value);
  refuseStranger({
    folder: destination.shown,
    former: former.document.value,
    source: draft.document.value,
    chosen: chosen.document.value,
    isHostNamed: options.host !== undefined,
  });
  const derived = derive(chosen);
  const answers = withOptions(withDecisions(derived, decisions), options);
  return finishImport(chosen, answers, destination, {
    source: words,
    decisions: decisionsOf(derived, answers, { host, choice, environments: namesOf(options), hasIcon }),
  });
}

interface First {
  readonly wish: Wish;
  readonly destination: Destination;
  readonly options: ImportOptions;
  readonly words: Words;
}

async function importFirst(draft: Draft, { wish, destination, options, words }: First): Promise<Finished> {
  const isAsking = options.yes !== true && options.format === 'text' && canAsk();
  const icon = options.icon === undefined ? undefined : readIcon(process.cwd(), options.icon);
  const choice = await choiceFor(draft, options, isAsking);
  const chosen = withIcon(withChosenOperations(draft, choice), icon);
  refuseExcess(words.name, chosen.document.value);
  const derived = derive(chosen);
  const start = withOptions(derived, options);
  const answers = isAsking ? await askAnswers(derived, start, knownTopics(options)) : start;
  const decisions = decisionsOf(derived, answers, {
    host: options.host,
    choice,
    environments: namesOf(options),
    hasIcon: icon !== undefined,
  });
  const isElsewhere = options.name === undefined && answers.title !== start.title;
  const place = isElsewhere ? destinationFor(wish, answers.title) : destination;
  return finishImport(chosen, answers, place, { source: words, decisions });
}

/** Without the values of an environment addresses and keys would become variables again. */
function refuseWithout(before: readonly string[] | undefined, now: readonly string[], folder: string): void {
  if (before === undefined || before.length === 0 || now.length > 0) return;
  throw new Failure('usage', `"${folder}" was imported with an environment, and none is given now`, {
    hint: `Give it again: --environment ${before.join(' --environment ')}; --force imports anew without it`,
  });
}

function namesOf({ environment }: ImportOptions): string[] {
  return environment.map((file) => basename(file));
}

/** Values for a collection's variables. */
async function environmentsIn({ environment }: ImportOptions): Promise<JsonObject[]> {
  const environments: JsonObject[] = [];
  for (const file of environment) environments.push(await environmentIn(file));
  return environments;
}

async function environmentIn(file: string): Promise<JsonObject> {
  const source = await readSource(process.cwd(), file);
  if (source.kind === 'document' && source.document.kind === 'postman-environment') return source.document.value;
  throw new Failure('usage', `"${file}" is no Postman environment`);
}

/** Of what the flags choose, or of everything: what a person takes of too much. */
async function choiceFor(draft: Draft, { tag, operation }: ImportOptions, isAsking: boolean): Promise<OperationChoice> {
  const flags = { tags: tag, operations: operation };
  const chosen = withChosenOperations(draft, flags);
  const excess = isAsking ? excessOf(chosen.document.value) : undefined;
  return excess === undefined ? flags : askOperations(chosen, excess);
}

type Words = ImportReport['source'];

type DocumentSource = Extract<Source, { readonly kind: 'document' }>;

function sourceWords({ fetched, document }: DocumentSource, named: string): Words {
  return { name: fetched ?? named, kind: KIND_WORDS[document.kind] };
}
