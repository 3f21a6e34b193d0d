import { member, stringMember } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import type { Draft, OperationName } from './draft.ts';
import type { Match } from './match.ts';
import { diffOtherResponses } from './other-responses.ts';
import { diffResponseHeaders } from './response-headers.ts';
import { responsesOf, schemaOf, type Response } from './responses-of.ts';
import type { Readers } from './schema-walk.ts';
import { diffSchemas } from './schemas.ts';
import { diffSuccessCodes } from './success-codes.ts';
import { pointerOfSpot } from './spot.ts';

/** What changes for those who read the result: the schema that the designer shows, whichever success code carries it. */
export function diffResponses(readers: Readers, operation: OperationName, match: Match<Operation>): Draft[] {
  const [one, two] = [match.before, match.after].map(({ value }) => member(value, 'responses'));
  if (readers.identical.same(one, two)) return [];
  const before = responsesOf(readers.before, match.before);
  const after = responsesOf(readers.after, match.after);
  const roots = { before: schemaOf(before.shown), after: schemaOf(after.shown), required: false };
  return [
    ...diffSuccessCodes(operation, before, after),
    ...diffDescription(operation, before.shown, after.shown),
    ...diffResponseHeaders(readers, operation, before.shown, after.shown),
    ...diffSchemas(readers, { area: 'output-field', operation, name: '' }, roots),
    ...diffOtherResponses(readers, operation, before, after),
  ];
}

function diffDescription(operation: OperationName, before: Response | undefined, after: Response | undefined): Draft[] {
  if (before === undefined || after === undefined) return [];
  const from = stringMember(before.value, 'description') ?? '';
  const to = stringMember(after.value, 'description') ?? '';
  if (from === to) return [];
  return [
    {
      kind: 'description-changed',
      operation,
      place: { part: 'openapi', pointer: pointerOfSpot(after.spot) },
      about: ['response', from, to],
      shared: ['response', from, to],
      values: [from, to],
      message: (operations) => `Result of ${operations} has another description`,
    },
  ];
}
