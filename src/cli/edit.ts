import { relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { editedTexts, openConnector, writeEdited } from '../app/import/edit-connector.ts';
import { presentAnswers } from '../app/import/present-answers.ts';
import { parseConnectorId } from '../domain/connector-id.ts';
import { Failure } from '../domain/failure.ts';
import { printable } from '../report/printable.ts';
import { askAnswers } from './ask-answers.ts';
import { addConnectorOptions, withOptions, type ConnectorOptions } from './connector-options.ts';
import { canAsk } from './prompts.ts';

interface EditOptions extends ConnectorOptions {
  readonly out: string;
}

export function addEdit(root: Command): void {
  const command = root
    .command('edit')
    .description('ask the questions of "import" again about a connector that is there')
    .argument('<name>', 'its name, or its folder')
    .option('--out <folder>', 'where connectors are', 'connectors');
  addConnectorOptions(command).action(async (name: string, options: EditOptions) => edit(name, options));
}

async function edit(name: string, options: EditOptions): Promise<void> {
  const folder = folderOf(name, options.out);
  const opened = openConnector(process.cwd(), folder);
  const present = presentAnswers(opened.draft);
  const start = withOptions(present, options);
  const isAsking = options.yes !== true && canAsk();
  const answers = isAsking ? await askAnswers(present, start, new Set(['triggers'])) : start;
  const texts = editedTexts(opened, present.proposed, answers);
  writeEdited(opened, texts);
  const files = [...texts.keys()].map(printable);
  const lines = files.length === 0 ? [`${printable(folder)}  nothing changes`] : files.map((file) => `${file}  edited`);
  process.stdout.write(`${[...lines, '', 'Next:', `  npx connectors validate ${printable(folder)}`].join('\n')}\n`);
}

/** From the working folder, with `/`. */
function folderOf(name: string, out: string): string {
  const path = parseConnectorId(name) === undefined ? name : resolve(out, name);
  const folder = relative(process.cwd(), resolve(path)).split(sep).join('/');
  if (folder !== '' && !folder.startsWith('..')) return folder;
  throw new Failure('usage', `"${name}" lies outside the working folder`, {
    hint: 'Run the command in the repository',
  });
}
