import type { Operation, Parameter } from '../domain/operation.ts';
import type { Located, SchemaReader } from './effective-schema.ts';
import { matchBy, type Match, type Matches } from './match.ts';
import { shapeOf } from './match-operations.ts';
import { nameableSchema } from './nameable-schema.ts';
import { probableRenames, type Nameable } from './probable-renames.ts';
import type { Readers } from './schema-walk.ts';
import { spotAt } from './spot.ts';

export interface ParameterMatches extends Matches<Parameter> {
  readonly renamed: readonly (Match<Parameter> & { readonly probable: boolean })[];
}

/** Parameters are the same by name, the body by being the body; a placeholder under another name by its place in the path. */
export function matchParameters(readers: Readers, { before, after }: Match<Operation>): ParameterMatches {
  const { matched, removed, added } = matchBy(before.parameters, after.parameters, [
    ({ location }) => (location === 'body' ? 'body' : undefined),
    ({ name, location }) => `${location} ${name}`,
    ({ name }) => name,
  ]);
  if (removed.length === 0 || added.length === 0) return { matched, removed, added, renamed: [] };
  const placed = placeholderRenames(before, after, removed, added);
  const free = without(placed, removed, added);
  const guessed = probableRenames(
    free.removed.map((parameter) => nameableParameter(readers.before, parameter)),
    free.added.map((parameter) => nameableParameter(readers.after, parameter)),
  ).map((pair) => ({ before: pair.before.parameter, after: pair.after.parameter }));
  const left = without(guessed, free.removed, free.added);
  const renamed = [
    ...placed.map((pair) => ({ ...pair, probable: false })),
    ...guessed.map((pair) => ({ ...pair, probable: true })),
  ];
  return { matched, ...left, renamed };
}

function placeholderRenames(
  before: Operation,
  after: Operation,
  removed: readonly Parameter[],
  added: readonly Parameter[],
): Match<Parameter>[] {
  if (shapeOf(before.path) !== shapeOf(after.path)) return [];
  const names = placeholdersOf(after.path);
  return placeholdersOf(before.path).flatMap((name, index) => {
    const one = removed.find((parameter) => parameter.location === 'path' && parameter.name === name);
    const two = added.find((parameter) => parameter.location === 'path' && parameter.name === names[index]);
    return one === undefined || two === undefined ? [] : [{ before: one, after: two }];
  });
}

function placeholdersOf(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

function without(
  pairs: readonly Match<Parameter>[],
  removed: readonly Parameter[],
  added: readonly Parameter[],
): Pick<ParameterMatches, 'removed' | 'added'> {
  const taken = new Set(pairs.flatMap(({ before, after }) => [before, after]));
  return { removed: removed.filter((one) => !taken.has(one)), added: added.filter((one) => !taken.has(one)) };
}

function nameableParameter(reader: SchemaReader, parameter: Parameter): Nameable & { readonly parameter: Parameter } {
  const { name, location, required } = parameter;
  return { ...nameableSchema(name, locatedParameter(parameter), reader, [location, required]), parameter };
}

/** A parameter as the schema that it is, without its place. */
export function locatedParameter(parameter: Parameter): Located {
  return { value: parameter.value, spot: spotAt(parameter.definedAt) };
}
