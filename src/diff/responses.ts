import { entriesOf, member, stringMember, type Json } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import { child, pointerTo } from '../domain/pointer.ts';
import type { Readers } from './compare-schemas.ts';
import type { Draft, OperationName } from './draft.ts';
import type { Located, SchemaReader } from './effective-schema.ts';
import type { Match } from './match.ts';
import { diffSchemas } from './schemas.ts';
import { below, pointerOfSpot, spotAt, type Spot } from './spot.ts';
import { fromTo, quote } from './wording.ts';

interface Success {
  /** The lowest 2xx code, or `default`; undefined when there is neither. */
  readonly code: string | undefined;
  readonly codes: readonly string[];
  readonly spot: Spot;
  readonly description: Json | undefined;
  readonly schema: Located | undefined;
}

/** What changes for those who read the result: the schema that the designer shows, whichever success code carries it. */
export function diffResponses(readers: Readers, operation: OperationName, match: Match<Operation>): Draft[] {
  const before = successOf(readers.before, match.before);
  const after = successOf(readers.after, match.after);
  const roots = { before: before.schema, after: after.schema, required: false };
  return [
    ...diffCode(operation, before, after),
    ...diffDescription(operation, before, after),
    ...diffOthers(operation, match),
    ...diffSchemas(readers, { area: 'output-field', operation, name: '' }, roots),
  ];
}

function successOf(reader: SchemaReader, operation: Operation): Success {
  const base = below(spotAt(operation.pointer), '/responses');
  const responses = entriesOf(member(operation.value, 'responses'))
    .filter(([code]) => /^2\d\d$/.test(code) || code === 'default')
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([code, value]) => ({ code, response: reader.resolve({ value, spot: below(base, pointerTo(code)) }) }));
  const found = responses.find(({ response }) => member(response.value, 'schema') !== undefined) ?? responses[0];
  const shown = found?.response;
  const schema = member(shown?.value, 'schema');
  return {
    code: responses[0]?.code,
    codes: responses.map(({ code }) => code),
    spot: shown?.spot ?? base,
    description: stringMember(shown?.value, 'description') ?? '',
    schema:
      shown === undefined || schema === undefined ? undefined : { value: schema, spot: below(shown.spot, '/schema') },
  };
}

function diffCode(operation: OperationName, before: Success, after: Success): Draft[] {
  const from = before.code;
  const to = after.code;
  // `default` stands for any code, so going from or to it says nothing.
  if (from === to || from === undefined || to === undefined || [from, to].includes('default')) return [];
  const kind = to === '202' ? 'success-code-changed-to-202' : 'success-code-changed';
  const message = `Success code of ${quote(operation.label)} changes ${fromTo(from, to)}`;
  return [
    {
      kind,
      operation,
      place: { part: 'openapi', pointer: pointerOfSpot(after.spot) },
      about: [from, to],
      values: [from, to],
      message,
    },
  ];
}

function diffDescription(operation: OperationName, before: Success, after: Success): Draft[] {
  if (before.description === after.description || after.codes.length === 0 || before.codes.length === 0) return [];
  const message = `Result of ${quote(operation.label)} has another description`;
  const place = { part: 'openapi', pointer: pointerOfSpot(after.spot) } as const;
  return [
    {
      kind: 'description-changed',
      operation,
      place,
      about: ['response', before.description, after.description],
      values: [before.description, after.description],
      message,
    },
  ];
}

/** Responses that no product shows: only which ones there are. */
function diffOthers(operation: OperationName, { before, after }: Match<Operation>): Draft[] {
  const from = otherCodes(before);
  const to = otherCodes(after);
  if (from.join() === to.join()) return [];
  const message = `Operation ${quote(operation.label)} lists other error responses`;
  const place = { part: 'openapi', pointer: child(after.pointer, 'responses') } as const;
  return [{ kind: 'detail-changed', operation, place, about: ['responses', from, to], values: [from, to], message }];
}

function otherCodes(operation: Operation): string[] {
  const codes = entriesOf(member(operation.value, 'responses')).map(([code]) => code);
  return codes.filter((code) => /^[1345]\d\d$/.test(code)).sort();
}
