import { entriesOf, member, type Json } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import { pointerTo } from '../domain/pointer.ts';
import type { Located, SchemaReader } from './effective-schema.ts';
import { below, spotAt, type Spot } from './spot.ts';

export interface Response {
  readonly code: string;
  readonly value: Json | undefined;
  /** Where it is defined. */
  readonly spot: Spot;
}

export interface Responses {
  /** Where they are listed. */
  readonly spot: Spot;
  /** What designers show: the first success code with a schema, or the first, or `default` when there is no success code. */
  readonly shown: Response | undefined;
  /** 2xx, sorted. */
  readonly successCodes: readonly string[];
  /** Every other one by its code. */
  readonly others: ReadonlyMap<string, Response>;
}

/** The responses of an operation, references followed. Extensions beside them are none. */
export function responsesOf(reader: SchemaReader, operation: Operation): Responses {
  const spot = below(spotAt(operation.pointer), '/responses');
  const responses = entriesOf(member(operation.value, 'responses'))
    .filter(([code]) => /^\d{3}$/.test(code) || code === 'default')
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([code, value]) => ({ code, ...reader.resolve({ value, spot: below(spot, pointerTo(code)) }) }));
  const successes = responses.filter(({ code }) => isSuccess(code));
  const candidates = responses.filter(({ code }) => isSuccess(code) || code === 'default');
  const shown = candidates.find((response) => schemaOf(response) !== undefined) ?? candidates[0];
  const others = responses.filter((response) => response !== shown).map((one) => [one.code, one] as const);
  return { spot, shown, successCodes: successes.map(({ code }) => code), others: new Map(others) };
}

export function isSuccess(code: string): boolean {
  return /^2\d\d$/.test(code);
}

export function schemaOf(response: Response | undefined): Located | undefined {
  const value = member(response?.value, 'schema');
  return response === undefined || value === undefined ? undefined : { value, spot: below(response.spot, '/schema') };
}
