import type { Operation, Parameter } from '../../domain/operation.ts';
import { nearest } from '../did-you-mean.ts';
import { variablesOf } from './path-template.ts';

/** What does not match between a path's variables and its path parameters. */
export interface PathMismatch {
  /** Variables that no parameter declares, each with the parameter that was probably meant to. */
  readonly undeclared: readonly Undeclared[];
  /** Path parameters that the path has no variable for, without those that an undeclared variable probably means. */
  readonly unused: readonly Parameter[];
}

// Guessing what was meant compares each variable with each parameter.
const MOST_GUESSES = 50;

export interface Undeclared {
  readonly name: string;
  readonly meant: Parameter | undefined;
}

const KNOWN = new WeakMap<Operation, PathMismatch>();
const NONE: PathMismatch = { undeclared: [], unused: [] };

export function pathMismatchOf(operation: Operation): PathMismatch {
  const mismatch = KNOWN.get(operation) ?? findMismatch(operation);
  KNOWN.set(operation, mismatch);
  return mismatch;
}

function findMismatch({ path, parameters }: Operation): PathMismatch {
  const inPath = parameters.filter(({ location }) => location === 'path');
  if (inPath.length === 0 && !path.includes('{')) return NONE;
  const inTemplate = variablesOf(path);
  if (inTemplate.length === inPath.length && inPath.every(({ name }, index) => name === inTemplate[index])) return NONE;
  const variables = new Set(inTemplate);
  const unused = inPath.filter(({ name }) => !variables.has(name));
  const declared = new Set(inPath.map(({ name }) => name));
  const undeclared = [...variables]
    .filter((name) => !declared.has(name))
    .map((name, index) => ({
      name,
      meant: index < MOST_GUESSES ? meantBy(name, unused) : undefined,
    }));
  const meant = new Set(undeclared.map((one) => one.meant));
  return { undeclared, unused: unused.filter((parameter) => !meant.has(parameter)) };
}

function meantBy(variable: string, unused: readonly Parameter[]): Parameter | undefined {
  const name = nearest(
    variable,
    unused.map((parameter) => parameter.name),
  );
  return name === undefined ? undefined : unused.find((parameter) => parameter.name === name);
}
