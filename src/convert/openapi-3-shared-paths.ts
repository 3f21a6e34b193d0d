import { entriesOf, isObject, stringMember, type Json } from '../domain/json.ts';
import { VERBS } from '../domain/operation.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Conversion } from './openapi-3-conversion.ts';
import { quoted } from './openapi-3-wording.ts';

/** A path of the result, and the path item that it was made of. */
export interface MadePath {
  readonly target: string;
  /** Where it is written. */
  readonly from: Pointer;
  /** Where the path item stands: the same, or what a reference leads to. */
  readonly source: Pointer;
}

const IS_VERB: ReadonlySet<string> = new Set(VERBS);

/**
 * Gives operations of a path item that several paths refer to an id at each of them: 2.0 writes them out, and an id is that of one operation.
 * The path that has them keeps theirs, otherwise the first one. Changes `converted`, which is by path.
 */
export function giveOwnIds(conversion: Conversion, converted: Map<string, Json>, made: readonly MadePath[]): void {
  if (made.every(({ from, source }) => from === source)) return;
  const taken = new Set([...converted.values()].flatMap(idsIn));
  const named = new Set<Pointer>();
  const ownFirst = [...made].sort((one, two) => Number(one.from !== one.source) - Number(two.from !== two.source));
  for (const { target, from, source } of ownFirst) {
    const pathItem = converted.get(target);
    if (!isObject(pathItem)) continue;
    const renames: string[] = [];
    const renamed = entriesOf(pathItem).map(([verb, operation]): [string, Json] => {
      const id = stringMember(operation, 'operationId');
      if (!IS_VERB.has(verb) || !isObject(operation) || id === undefined) return [verb, operation];
      const operationAt = child(source, verb);
      if (!named.has(operationAt)) {
        named.add(operationAt);
        return [verb, operation];
      }
      const operationId = freeId(id, taken);
      renames.push(`${quoted(id)} is ${quoted(operationId)}`);
      return [verb, { ...operation, operationId }];
    });
    if (renames.length === 0) continue;
    converted.set(target, Object.fromEntries(renamed));
    const message = `The operations of this path are those of another one, so they get ids of their own: ${renames.join(', ')}`;
    conversion.lose(from, 'operationId', message, 'Write the operations at this path to choose their ids');
  }
}

function idsIn(pathItem: Json): string[] {
  return entriesOf(pathItem).flatMap(([, operation]) => stringMember(operation, 'operationId')?.toLowerCase() ?? []);
}

function freeId(id: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${id}${number}`.toLowerCase())) number += 1;
  taken.add(`${id}${number}`.toLowerCase());
  return `${id}${number}`;
}
