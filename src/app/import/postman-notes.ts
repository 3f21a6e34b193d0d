import type { ImportedPostman } from '../../convert/postman-to-connector.ts';
import { plural } from '../../report/printable.ts';

/** What a person sees and can change anyway. */
const ASKED: ReadonlySet<string> = new Set(['title', 'host', 'brand-color']);

/** What the import of a collection has to tell, what is alike in one sentence. Each single one is in the report's details. */
export function postmanNotes({ secrets, otherHosts, derived, notes }: ImportedPostman): string[] {
  const chosen = Map.groupBy(derived, ({ what }) => what);
  return [
    ...secretNote(secrets.map(({ name }) => name)),
    ...otherHosts.map(
      ({ host, requests }) =>
        `Left out: ${plural(requests, 'request')} to ${host}; --host with --name makes another connector of ${requests === 1 ? 'it' : 'them'}`,
    ),
    ...[...chosen].filter(([what]) => !ASKED.has(what)).map(([what, group]) => choiceNote(what, group)),
    ...[...Map.groupBy(notes, ({ construct }) => construct)].flatMap(([construct, group]) =>
      groupNote(construct, group),
    ),
  ];
}

function secretNote(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  if (names.length === 1) return [`A secret of the collection is left out; ${names[0]} stands for it`];
  return [`${names.length} secrets of the collection are left out; ${few(names)} stand for them`];
}

function choiceNote(what: string, group: ImportedPostman['derived']): string {
  const [first] = group;
  const [path = '', name = ''] = first?.value.split(' ') ?? [];
  if (what === 'path-parameter') {
    return group.length === 1
      ? `A value in an address became a parameter: ${name} of ${path}`
      : `${group.length} values in addresses became parameters, such as ${name} of ${path}`;
  }
  if (what === 'host-variable') {
    const variables = few(group.map(({ value }) => `"${value}"`));
    return `Makers say the host when they connect, because ${variables} has no value; --environment gives one, or --service-url`;
  }
  return `${first?.value}: ${first?.from}`;
}

/** More of one kind than this are told as one. */
const MOST_ALIKE = 2;

function groupNote(construct: string, group: ImportedPostman['notes']): string[] {
  const messages = [...new Set(group.map(({ message }) => message))];
  if (group.length <= MOST_ALIKE && messages.length === group.length) return messages;
  if (construct === 'script') return [`${plural(group.length, 'script')} left out: a connector runs none`];
  const [first = ''] = messages;
  return [group.length === 1 ? first : `${first} (and ${group.length - 1} more like it)`];
}

function few(names: readonly string[]): string {
  const shown = names.slice(0, 3);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return [shown.slice(0, -1).join(', '), shown.at(-1) ?? ''].filter((one) => one !== '').join(' and ');
}
