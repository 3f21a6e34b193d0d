import type { Command } from 'commander';
import { choiceOption } from './choice.ts';
import { addConnectorOptions, listOption } from './connector-options.ts';
import { writeImport, pullRequestOption, wantedAccess } from './write-import.ts';
import { importSource, type ImportOptions } from './import-source.ts';
import { outputOption } from './output.ts';
import { tellImport } from './tell-import.ts';

export function addImport(root: Command): void {
  const command = root
    .command('import')
    .description(
      'make a connector’s folder from an OpenAPI document, a Postman collection, a folder of paconn or an ARM resource, or merge a newer source into it',
    )
    .argument('<source>', 'a file, a folder, or an https address')
    .option('--name <name>', 'the folder’s name; derived from the title without it')
    .option('--out <folder>', 'where connectors are', 'connectors')
    .addOption(listOption('--tag <tag>', 'only operations with this tag; several times for several'))
    .addOption(
      listOption('--operation <id>', 'only this operation, by its id or as "GET /path"; several times for several'),
    );
  command
    .addOption(listOption('--environment <file>', 'Postman environment with values for the collection’s variables'))
    .option('--host <host>', 'which of a collection’s hosts is meant')
    .option('--icon <file>', 'a PNG for icon.png; without one initials are drawn')
    .addOption(pullRequestOption())
    .option('--force', 'write a folder that is there anew, without what was edited by hand');
  addConnectorOptions(command)
    .addOption(choiceOption('--format <format>', 'how to print the report', ['text', 'json']).default('text'))
    .addOption(outputOption())
    .action(async (source: string, options: ImportOptions) => {
      const wanted = await wantedAccess(options);
      const ready = await importSource(source, options);
      tellImport(await writeImport(ready, options, wanted), options);
    });
}
