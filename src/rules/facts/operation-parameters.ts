import type { Operation, Parameter } from '../../domain/operation.ts';

/** The parameters of an operation, ready to be looked up: many calls may ask for many of them. */
export interface ParameterIndex {
  /** The first of each name. */
  readonly byName: ReadonlyMap<string, Parameter>;
  readonly body: Parameter | undefined;
  readonly required: readonly Parameter[];
}

const KNOWN = new WeakMap<Operation, ParameterIndex>();

export function parametersOf(operation: Operation): ParameterIndex {
  const known = KNOWN.get(operation);
  if (known !== undefined) return known;
  const byName = new Map<string, Parameter>();
  for (const parameter of operation.parameters) {
    if (!byName.has(parameter.name)) byName.set(parameter.name, parameter);
  }
  const body = operation.parameters.find(({ location }) => location === 'body');
  const index = { byName, body, required: operation.parameters.filter(({ required }) => required) };
  KNOWN.set(operation, index);
  return index;
}
