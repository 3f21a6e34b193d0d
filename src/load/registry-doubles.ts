import { arrayMember, entriesOf, member, stringMember } from '../domain/json.ts';
import { pointerTo, type Pointer } from '../domain/pointer.ts';
import type { Target } from '../domain/registry-file.ts';
import { scopeText } from '../domain/scope.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';

/** What registry.yaml may say once and says twice; the problem is at the later place. `targets` by their places, where they could be read. */
export function doublesInRegistry(
  value: unknown,
  targets: ReadonlyMap<Pointer, Target | undefined>,
): readonly SchemaProblem[] {
  return [
    ...doubles(namesIn(value), 'the name of two targets'),
    ...doubles(scopesOf(targets), "the scope of two published targets, which would retire each other's connectors"),
    ...doubles(foldersIn(value), 'the folder of two profiles'),
    ...doubles(idsIn(value), 'the name of two folders'),
  ];
}

type Named = readonly [name: string | undefined, pointer: Pointer];

function doubles(named: readonly Named[], expected: string): SchemaProblem[] {
  const seen = new Set<string>();
  return named.flatMap(([name, pointer]) => {
    if (name === undefined) return [];
    if (seen.has(name)) return [{ pointer, keyword: 'duplicate', expected, actual: JSON.stringify(name) }];
    seen.add(name);
    return [];
  });
}

function namesIn(value: unknown): Named[] {
  return (arrayMember(value, 'targets') ?? []).map((entry, index) => [
    stringMember(entry, 'name'),
    pointerTo('targets', index, 'name'),
  ]);
}

function scopesOf(targets: ReadonlyMap<Pointer, Target | undefined>): Named[] {
  return [...targets].map(([pointer, target]) => [
    target?.stage === 'registered' ? `${target.registry} ${scopeText(target.scope)}` : undefined,
    pointer,
  ]);
}

function foldersIn(value: unknown): Named[] {
  return (arrayMember(value, 'profiles') ?? []).map((entry, index) => [
    stringMember(entry, 'folder')?.replace(/\/$/, ''),
    pointerTo('profiles', index, 'folder'),
  ]);
}

function idsIn(value: unknown): Named[] {
  return entriesOf(member(value, 'ids')).map(([folder, id]) => [
    typeof id === 'string' ? id : undefined,
    pointerTo('ids', folder),
  ]);
}
