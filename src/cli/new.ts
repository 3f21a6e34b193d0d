import type { Command } from 'commander';
import { blankDraft } from '../app/import/blank-draft.ts';
import { derive } from '../app/import/derive.ts';
import { destinationFor } from '../app/import/destination.ts';
import { finishImport, type Finished } from '../app/import/finish-import.ts';
import { readIcon, withIcon } from '../app/import/read-icon.ts';
import { serviceUrlFault } from '../app/import/service-url.ts';
import { writeFolder } from '../app/write-folder.ts';
import { Failure } from '../domain/failure.ts';
import { askAnswers } from './ask-answers.ts';
import { choiceOption } from './choice.ts';
import { addConnectorOptions, withOptions, type ConnectorOptions } from './connector-options.ts';
import { writeImport, pullRequestOption, wantedAccess, type FinishOptions } from './write-import.ts';
import { knownTopics } from './known-topics.ts';
import { outputOption } from './output.ts';
import { askText, canAsk } from './prompts.ts';
import { tellImport } from './tell-import.ts';
import { today } from './today.ts';

interface NewOptions extends ConnectorOptions, FinishOptions {
  readonly name?: string;
  readonly out: string;
  readonly summary?: string;
  readonly path?: string;
  readonly icon?: string;
  readonly output?: string;
}

export function addNew(root: Command): void {
  const command = root
    .command('new')
    .description('make a connector’s folder from nothing, with one operation to begin with')
    .option('--name <name>', 'the folder’s name; derived from the title without it')
    .option('--out <folder>', 'where connectors are', 'connectors')
    .option('--summary <text>', 'what the first operation does, such as "List orders"')
    .option('--path <path>', 'its path, such as /orders')
    .option('--icon <file>', 'a PNG for icon.png; without one initials are drawn')
    .addOption(pullRequestOption());
  addConnectorOptions(command)
    .addOption(choiceOption('--format <format>', 'how to print the report', ['text', 'json']).default('text'))
    .addOption(outputOption())
    .action(async (options: NewOptions) => {
      const wanted = await wantedAccess(options);
      const { report, folder, files } = await makeNew(options);
      const ready = { report, isThere: false, folder, files, removed: [], write: () => writeFolder({ folder, files }) };
      tellImport(await writeImport(ready, options, wanted), options);
    });
}

async function makeNew(options: NewOptions): Promise<Finished> {
  const icon = options.icon === undefined ? undefined : readIcon(process.cwd(), options.icon);
  const isAsking = options.yes !== true && options.format === 'text' && canAsk();
  const { title, serviceUrl, summary, path } = isAsking ? await asked(options) : given(options);
  const draft = withIcon(blankDraft(title, serviceUrl, { summary, path }), icon);
  const derived = derive(draft);
  const start = withOptions(derived, options);
  const wish = { workingFolder: process.cwd(), name: options.name, out: options.out, today: today() };
  destinationFor(wish, start.title);
  const answers = isAsking ? await askAnswers(derived, start, knownTopics(options)) : start;
  const destination = destinationFor(wish, answers.title);
  return finishImport(draft, answers, destination, NOTHING);
}

const NOTHING = { source: { name: 'nothing', kind: 'new' }, decisions: undefined };

interface Start {
  readonly title: string;
  readonly serviceUrl: string;
  readonly summary: string;
  readonly path: string;
}

function given({ title, serviceUrl, summary = 'Get status', path = '/' }: NewOptions): Start {
  if (title === undefined || serviceUrl === undefined) {
    const lacking = title === undefined ? '--title' : '--service-url';
    throw new Failure('usage', `${lacking} is missing, and there is no terminal to ask on`, {
      hint: 'connectors new --title "Contoso Weather" --service-url https://api.contoso.com/v1',
    });
  }
  const fault = pathFault(path);
  if (fault !== undefined) throw new Failure('usage', `"${path}" is no path: ${fault}`);
  return { title, serviceUrl, summary, path };
}

async function asked(options: NewOptions): Promise<Start> {
  const title = options.title ?? (await askText('Title', 'The name that makers see in the list of connectors', ''));
  const serviceUrl =
    options.serviceUrl ??
    (await askText(
      'Where is the service?',
      'The part that the addresses of all operations begin with',
      'https://',
      serviceUrlFault,
    ));
  const summary =
    options.summary ??
    (await askText('What does the first operation do?', 'Two or three words, such as "List orders"', ''));
  const path =
    options.path ??
    (await askText('What is its path?', 'Behind the address of the service; {id} asks for an id', '/', pathFault));
  return { title, serviceUrl, summary, path };
}

function pathFault(path: string): string | undefined {
  return /^\/(?:[\w.~-]|\{\w+\}|\/)*$/.test(path) ? undefined : 'It begins with "/", without "?", such as /orders/{id}';
}
