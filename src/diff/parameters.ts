import { member } from '../domain/json.ts';
import type { Operation, Parameter } from '../domain/operation.ts';
import { child } from '../domain/pointer.ts';
import type { Aspect } from './aspects.ts';
import { addedAspect } from './added-aspect.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { Draft, OperationName } from './draft.ts';
import type { Located } from './effective-schema.ts';
import type { Match } from './match.ts';
import { locatedParameter, matchParameters } from './match-parameters.ts';
import { isFilledIn, isShown } from './node-aspects.ts';
import { diffParameterOrder } from './parameter-order.ts';
import type { Readers } from './schema-walk.ts';
import { diffSchemas, draftOf, type SchemaSubject } from './schemas.ts';
import { below, spotAt } from './spot.ts';
import { fromTo, quote } from './wording.ts';

/** What changes for those who call an operation: parameters are the same by name, the body by being the body. */
export function diffParameters(readers: Readers, operation: OperationName, match: Match<Operation>): Draft[] {
  const { matched, renamed, removed, added } = matchParameters(readers, match);
  return [
    ...matched.flatMap((pair) => diffParameter(readers, operation, pair)),
    ...renamed.flatMap((pair) => [
      renamedDraft(operation, pair, pair.probable),
      ...diffParameter(readers, operation, pair),
    ]),
    ...removed.map((parameter) => draftAt(operation, parameter, 'removed')),
    ...added.map((parameter) => {
      const schema = readers.after.read(locatedParameter(parameter));
      return draftAt(operation, parameter, addedAspect(parameter.required, schema));
    }),
    ...diffParameterOrder(operation, match, [...matched, ...renamed]),
  ];
}

/** By its place in the path it is the same for sure; by what else it keeps it only looks so. */
function renamedDraft(operation: OperationName, { before, after }: Match<Parameter>, probable: boolean): Draft {
  const subject: SchemaSubject = { area: 'parameter', operation, name: after.name };
  const change = { aspect: 'renamed', from: before.name, to: after.name } as const;
  return draftOf(subject, { ...change, probable, path: [], spot: spotAt(after.pointer), removed: false });
}

function diffParameter(readers: Readers, operation: OperationName, pair: Match<Parameter>): Draft[] {
  const { before, after } = pair;
  const roots = { before: locatedParameter(before), after: locatedParameter(after), required: after.required };
  const subject: SchemaSubject = { area: 'parameter', operation, name: after.name };
  return [
    ...diffName(operation, pair),
    ...diffLocation(operation, pair),
    ...diffRequired(readers, operation, pair),
    ...compareSchemas(readers, roots).map((difference) => draftOf(subject, difference)),
    ...diffBody(readers, operation, pair),
  ];
}

function diffBody(readers: Readers, operation: OperationName, { before, after }: Match<Parameter>): Draft[] {
  if (before.location !== 'body' || after.location !== 'body') return [];
  const roots = { before: schemaOf(before), after: schemaOf(after), required: after.required };
  return diffSchemas(readers, { area: 'input-field', operation, name: '' }, roots);
}

/** Of the body nobody writes the name on the wire. */
function diffName(operation: OperationName, { before, after }: Match<Parameter>): Draft[] {
  if (before.name === after.name || after.location !== 'body') return [];
  const message = `Body parameter of ${quote(operation.label)} changes its name ${fromTo(before.name, after.name)}`;
  const place = { part: 'openapi', pointer: child(after.definedAt, 'name') } as const;
  return [
    {
      kind: 'body-parameter-renamed',
      operation,
      place,
      about: [before.name, after.name],
      values: [before.name, after.name],
      message,
    },
  ];
}

function diffLocation(operation: OperationName, { before, after }: Match<Parameter>): Draft[] {
  if (before.location === after.location) return [];
  const words = fromTo(before.location, after.location);
  const message = `Parameter ${quote(after.name)} of ${quote(operation.label)} changes its location ${words}`;
  const place = { part: 'openapi', pointer: child(after.definedAt, 'in') } as const;
  const about = [after.name, before.location, after.location];
  const values = [before.location, after.location] as const;
  return [{ kind: 'parameter-location-changed', operation, place, about, values, message }];
}

function diffRequired(readers: Readers, operation: OperationName, { before, after }: Match<Parameter>): Draft[] {
  if (before.required === after.required) return [];
  const subject: SchemaSubject = { area: 'parameter', operation, name: after.name };
  const spot = spotAt(after.definedAt);
  const change = { from: before.required, to: after.required, path: [], spot, removed: false };
  // Only Power Apps counts positions: a parameter that its makers never saw has none to lose.
  if (before.required && (operation.trigger || !isShown(before.value)))
    return [draftOf(subject, { ...change, aspect: 'detail-changed', keyword: 'required' })];
  const filled = isFilledIn(readers.after.read(locatedParameter(after)));
  const aspect = before.required ? 'made-optional' : filled ? 'made-required-with-default' : 'made-required';
  return [draftOf(subject, { ...change, aspect })];
}

function draftAt(operation: OperationName, parameter: Parameter, aspect: Aspect): Draft {
  const subject: SchemaSubject = { area: 'parameter', operation, name: parameter.name };
  const removed = aspect === 'removed';
  return draftOf(subject, { aspect, path: [], spot: spotAt(parameter.pointer), removed });
}

function schemaOf(parameter: Parameter): Located | undefined {
  const value = member(parameter.value, 'schema');
  return value === undefined ? undefined : { value, spot: below(spotAt(parameter.definedAt), '/schema') };
}
