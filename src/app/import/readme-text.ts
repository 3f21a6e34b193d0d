import { stringMember, type JsonObject } from '../../domain/json.ts';
import { isInternal, operationsOf } from '../../domain/operation.ts';
import { printable } from '../../report/printable.ts';
import type { Answers } from './answers.ts';
import type { Authentication } from './authentication.ts';

/** A README.md with the sections of Microsoft's template, filled with what is known. `document`: as it is published. */
export function readmeText(document: JsonObject, answers: Answers): string {
  const { title, description, publisher, authentication } = answers;
  const safe = inertMarkdown;
  return `# ${safe(title)}

${safe(description)}

## Publisher

${safe(publisher)}

## Prerequisites

${prerequisites(authentication, safe(title))}

## Obtaining credentials

${credentials(authentication, safe(title))}

## Supported operations

${operationTable(document)}

## Known issues and limitations

None are known yet.

## Deployment instructions

A merge into the main branch publishes this folder to the targets of \`registry.yaml\` that select it; \`npx connectors plan\` shows beforehand what would change.
`;
}

function prerequisites({ kind }: Authentication, title: string): string {
  return kind === 'none' ? 'None: the service asks for neither account nor key.' : `An account at ${title}.`;
}

function credentials({ kind }: Authentication, title: string): string {
  return CREDENTIALS[kind].replaceAll('{title}', () => title);
}

const CREDENTIALS: Readonly<Record<Authentication['kind'], string>> = {
  none: 'Not needed: a connection is made without asking for anything.',
  'api-key': 'Create an API key in your account at {title}, and enter it when you make the connection.',
  basic: 'Enter the user name and the password of your account at {title} when you make the connection.',
  oauth2: `1. Register an application at {title}, with the redirect URL that the product shows for this connector.
2. Put the client id into \`connector.yaml\`, and give the client secret to the registry under the name that \`secretRef\` says.
3. Makers sign in with their own account when they make the connection.`,
};

/** Beyond this a table helps nobody. */
const MOST_ROWS = 100;

function operationTable(document: JsonObject): string {
  const shown = operationsOf(document).filter(({ value }) => !isInternal(value));
  const rows = shown.slice(0, MOST_ROWS).map(({ id, kind, value }) => {
    const summary = cell(stringMember(value, 'summary') ?? id ?? '');
    return `| ${summary} | ${kind} | ${cell(stringMember(value, 'description') ?? '')} |`;
  });
  const more = shown.length > MOST_ROWS ? [`\nAnd ${shown.length - MOST_ROWS} more.`] : [];
  return ['| operation | kind | what it does |', '|---|---|---|', ...rows, ...more].join('\n');
}

function cell(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return inertMarkdown(line.length <= 160 ? line : `${line.slice(0, 157).replace(/\s\S*$/, '')} ...`);
}

/** Text of somebody else in a file that people edit: no markup and no HTML of its own, and still readable. */
function inertMarkdown(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim()).replace(/[\\`*_[\]<>|]/g, (character) => `\\${character}`);
}
