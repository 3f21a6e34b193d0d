import type { Command } from 'commander';
import { derive } from '../app/import/derive.ts';
import { destinationFor } from '../app/import/destination.ts';
import { draftOfSource, KIND_WORDS, withChosenOperations } from '../app/import/draft-of-source.ts';
import type { PostmanInput } from '../app/import/draft-from-postman.ts';
import type { Draft } from '../app/import/draft.ts';
import { finishImport, type Finished } from '../app/import/finish-import.ts';
import { excessOf, refuseExcess } from '../app/import/limits.ts';
import { readSource, type Source } from '../app/import/read-source.ts';
import { writeFolder } from '../app/write-folder.ts';
import { Failure } from '../domain/failure.ts';
import type { JsonObject } from '../domain/json.ts';
import { askAnswers } from './ask-answers.ts';
import { askOperations } from './ask-operations.ts';
import { choiceOption } from './choice.ts';
import { addConnectorOptions, listOption, withOptions, type ConnectorOptions } from './connector-options.ts';
import { knownTopics } from './known-topics.ts';
import { outputOption } from './output.ts';
import { canAsk } from './prompts.ts';
import { tellImport } from './tell-import.ts';
import { today } from './today.ts';

interface ImportOptions extends ConnectorOptions {
  readonly name?: string;
  readonly out: string;
  readonly environment: readonly string[];
  readonly host?: string;
  readonly tag: readonly string[];
  readonly operation: readonly string[];
  readonly format: 'text' | 'json';
  readonly output?: string;
}

export function addImport(root: Command): void {
  const command = root
    .command('import')
    .description('make a connector’s folder from an OpenAPI document or a Postman collection')
    .argument('<source>', 'a file, or an https address')
    .option('--name <name>', 'the folder’s name; derived from the title without it')
    .option('--out <folder>', 'where connectors are', 'connectors')
    .addOption(listOption('--tag <tag>', 'only operations with this tag; several times for several'))
    .addOption(
      listOption('--operation <id>', 'only this operation, by its id or as "GET /path"; several times for several'),
    );
  command
    .addOption(listOption('--environment <file>', 'Postman environment with values for the collection’s variables'))
    .option('--host <host>', 'which of a collection’s hosts is meant');
  addConnectorOptions(command)
    .addOption(choiceOption('--format <format>', 'how to print the report', ['text', 'json']).default('text'))
    .addOption(outputOption())
    .action(async (source: string, options: ImportOptions) => {
      const finished = await importSource(source, options);
      writeFolder({ folder: finished.folder, files: finished.files });
      tellImport(finished.report, options);
    });
}

async function importSource(named: string, options: ImportOptions): Promise<Finished> {
  const source = await readSource(process.cwd(), named);
  const isAsking = options.yes !== true && options.format === 'text' && canAsk();
  const draft = await withOperations(draftOfSource(source, await postmanInput(options)), named, options, isAsking);
  const derived = derive(draft);
  const start = withOptions(derived, options);
  const wish = { workingFolder: process.cwd(), name: options.name, out: options.out, today: today() };
  // Nobody should answer questions in vain.
  destinationFor(wish, start.title);
  const answers = isAsking ? await askAnswers(derived, start, knownTopics(options)) : start;
  return finishImport(draft, answers, destinationFor(wish, answers.title), sourceWords(source, named));
}

/** What a collection needs besides: values for its variables, and which of its hosts is meant. */
async function postmanInput({ environment, host }: ImportOptions): Promise<PostmanInput> {
  const environments: JsonObject[] = [];
  for (const file of environment) environments.push(await environmentIn(file));
  return { environments, ...(host === undefined ? {} : { host }) };
}

async function environmentIn(file: string): Promise<JsonObject> {
  const source = await readSource(process.cwd(), file);
  if (source.kind === 'document' && source.document.kind === 'postman-environment') return source.document.value;
  throw new Failure('usage', `"${file}" is no Postman environment`);
}

async function withOperations(draft: Draft, named: string, options: ImportOptions, isAsking: boolean): Promise<Draft> {
  const chosen = withChosenOperations(draft, { tags: options.tag, operations: options.operation });
  const excess = isAsking ? excessOf(chosen.document.value) : undefined;
  const fitting = excess === undefined ? chosen : withChosenOperations(chosen, await askOperations(chosen, excess));
  refuseExcess(named, fitting.document.value);
  return fitting;
}

function sourceWords(source: Source, named: string): { readonly name: string; readonly kind: string } {
  if (source.kind === 'folder') return { name: named, kind: 'a folder' };
  return { name: source.fetched ?? named, kind: KIND_WORDS[source.document.kind] };
}
