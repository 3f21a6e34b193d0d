import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Answers, Derived } from '../app/import/answers.ts';
import { serviceUrlFault } from '../app/import/service-url.ts';
import { withAuthenticationOptions, type AuthenticationOptions } from './authentication-options.ts';
import { Failure } from '../domain/failure.ts';
import { CATEGORIES } from '../rules/facts/categories.ts';
import { httpsFault, keyNameFault } from './answer-faults.ts';
import { choiceOption } from './choice.ts';

/** What every question of `import`, `new` and `edit` can be answered with beforehand. */
export interface ConnectorOptions extends AuthenticationOptions {
  readonly serviceUrl?: string;
  readonly title?: string;
  readonly description?: string;
  readonly publisher?: string;
  readonly brandColor?: string;
  readonly category: readonly string[];
  readonly website?: string;
  readonly trigger: readonly string[];
  /** False for `--no-dynamic-values`. */
  readonly dynamicValues: boolean;
  readonly yes?: true;
}

/** An option that may be given several times. */
export function listOption(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((text: string, before: readonly string[]) => [...before, text])
    .default([], 'none');
}

export function addConnectorOptions(command: Command): Command {
  return command
    .addOption(new Option('--service-url <url>', 'where the service is').argParser(parseServiceUrl))
    .option('--title <text>', 'name that makers see')
    .option('--description <text>', 'what the connector does, 30 to 500 characters')
    .option('--publisher <name>', 'who publishes the connector')
    .addOption(new Option('--brand-color <#rrggbb>', 'colour behind the icon').argParser(parseColor))
    .addOption(choiceOption('--auth <kind>', 'how a connection signs in', ['none', 'api-key', 'basic', 'oauth2']))
    .addOption(
      new Option('--key-name <name>', 'with api-key: header or query parameter that takes the key').argParser(
        parseKeyName,
      ),
    )
    .addOption(choiceOption('--key-in <place>', 'with api-key: where it goes', ['header', 'query']))
    .option('--authorization-url <url>', 'with oauth2: where people sign in')
    .option('--token-url <url>', 'with oauth2: where tokens come from')
    .addOption(listOption('--scope <scope>', 'with oauth2: what is asked for; several times for several'))
    .addOption(listOption('--category <name>', `one or two of ${CATEGORIES.join(', ')}`))
    .addOption(new Option('--website <url>', 'page of the service').argParser(parseWebsite))
    .addOption(
      listOption(
        '--trigger <operation>',
        'operation that becomes a trigger: it registers a webhook, or lists what is new',
      ),
    )
    .option('--no-dynamic-values', 'give no parameter a list to choose from')
    .option('--yes', 'take what is derived, and ask nothing');
}

function parseServiceUrl(text: string): string {
  const fault = serviceUrlFault(text);
  if (fault === undefined) return text;
  throw new InvalidArgumentError(`"${text}" is no address of a service: ${fault}.`);
}

function parseKeyName(text: string): string {
  const fault = keyNameFault(text);
  if (fault === undefined) return text;
  throw new InvalidArgumentError(`"${text}" is no name of a key: ${fault}.`);
}

function parseWebsite(text: string): string {
  const fault = httpsFault(text);
  if (fault === undefined) return text;
  throw new InvalidArgumentError(`"${text}" is no page: ${fault}.`);
}

function parseColor(text: string): string {
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace('#', '').toLowerCase()}`;
  throw new InvalidArgumentError(`"${text}" is no colour such as #0a7d55.`);
}

/** The proposals, with what the options say in their place. */
export function withOptions({ proposed, triggers }: Derived, options: ConnectorOptions): Answers {
  const { title, description, publisher, brandColor, category, website } = options;
  for (const name of category) refuseCategory(name);
  return {
    serviceUrl: options.serviceUrl ?? proposed.serviceUrl,
    title: filled('--title', title) ?? proposed.title,
    description: filled('--description', description) ?? proposed.description,
    publisher: filled('--publisher', publisher) ?? proposed.publisher,
    brandColor: brandColor ?? proposed.brandColor,
    authentication: withAuthenticationOptions(proposed.authentication, options),
    categories: category.length === 0 ? proposed.categories : category,
    website: website ?? proposed.website,
    triggers:
      options.trigger.length === 0
        ? proposed.triggers
        : options.trigger.map((id) => triggers.find(({ operationId }) => operationId === id) ?? refuseTrigger(id)),
    dynamicValues: options.dynamicValues ? proposed.dynamicValues : [],
  };
}

function filled(flag: string, text: string | undefined): string | undefined {
  if (text === undefined || text.trim() !== '') return text?.trim();
  throw new Failure('usage', `${flag} is empty`);
}

function refuseCategory(name: string): void {
  if ((CATEGORIES as readonly string[]).includes(name)) return;
  throw new Failure('usage', `"${name}" is no category of connectors`, {
    hint: `Use one or two of ${CATEGORIES.join(', ')}`,
  });
}

function refuseTrigger(id: string): never {
  throw new Failure('usage', `Operation "${id}" does not look like something that starts a flow`, {
    hint: 'That is a POST whose body takes the address to call, or a GET of a list with a parameter such as "since"; docs/importing.md says what to write for other ones',
  });
}
