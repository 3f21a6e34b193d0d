import type { Group } from './postman-groups.ts';
import { summaryOf, summaryOfPath } from './postman-summary.ts';
import { plainWords } from './postman-text.ts';
import { pascalCase, wordsOf } from './postman-words.ts';

/** What an operation is called: for flows (`id`, unique in any case) and for makers (`summary`). */
export interface OperationName {
  readonly id: string;
  readonly summary: string;
}

const LONGEST_ID = 60;

/**
 * The names of all operations, in their order. Where several have the same, each gets the name of its folder, also the first: so names
 * do not depend on the order of the collection. Only what is still the same then is numbered.
 */
export function namesOf(groups: readonly Group[], title: string): OperationName[] {
  const plain = groups.map((group) => nameOf(group, title, ''));
  const count = countOf(plain.map(({ id }) => id));
  const qualified = groups.map((group, index) => {
    const name = plain[index] ?? { id: '', summary: '' };
    const folder = plainWords(group.members[0]?.request.folders.at(-1) ?? '');
    return (count.get(name.id.toLowerCase()) ?? 0) > 1 && folder !== '' ? nameOf(group, title, folder) : name;
  });
  const taken = new Set<string>();
  return qualified.map(({ id, summary }) => ({ id: freeId(id, taken), summary }));
}

function nameOf({ verb, path, members }: Group, title: string, folder: string): OperationName {
  const written = members[0]?.request.name ?? '';
  const summary = summaryOf(
    folder === '' ? written : `${plainWords(written)} (${folder.replace(/[()]/g, ' ')})`,
    verb.toUpperCase(),
    path,
    title,
  );
  const id = idOf(summary);
  return { id: id === '' ? idOf(summaryOfPath(verb.toUpperCase(), path)) || 'Operation' : id, summary };
}

function idOf(summary: string): string {
  const words = wordsOf(summary);
  let id = '';
  for (const word of words) {
    const next = id + pascalCase([word]);
    if (next.length > LONGEST_ID) break;
    id = next;
  }
  return /^[A-Z]/.test(id) ? id : id === '' ? '' : `Call${id}`;
}

function countOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id.toLowerCase(), (counts.get(id.toLowerCase()) ?? 0) + 1);
  return counts;
}

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${id}${count}`;
  taken.add(free.toLowerCase());
  return free;
}
