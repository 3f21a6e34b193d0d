import { stringMember } from '../domain/json.ts';
import { pointerTo } from '../domain/pointer.ts';
import { compareSchemas } from './compare-schemas.ts';
import { placeIn, type Draft, type OperationName } from './draft.ts';
import { KINDS_BY_AREA } from './aspect-kinds.ts';
import { changeKind, type ChangeKindName } from './change-kinds.ts';
import { isSuccess, schemaOf, type Response, type Responses } from './responses-of.ts';
import type { Readers } from './schema-walk.ts';
import { below, pointerOfSpot } from './spot.ts';
import { quote, quoteList } from './wording.ts';

/** Responses whose schema no designer shows: errors, and success codes beside the first. At most one change each, and never a breaking one. */
export function diffOtherResponses(
  readers: Readers,
  operation: OperationName,
  before: Responses,
  after: Responses,
): Draft[] {
  return [
    ...listDraft(operation, 'error-response-removed', missing(before, after), before),
    ...listDraft(operation, 'error-response-added', missing(after, before), after),
    ...uniquePlaces(
      [...after.others.values()].flatMap((response) => {
        const partner = before.others.get(response.code);
        return partner === undefined ? [] : diffResponse(readers, operation, partner, response);
      }),
    ),
  ];
}

/** Codes of errors that the other side does not list: what it shows may be an error here. Which success codes there are is said elsewhere. */
function missing(here: Responses, there: Responses): string[] {
  return [...here.others.keys()].filter(
    (code) => !isSuccess(code) && !there.others.has(code) && there.shown?.code !== code,
  );
}

function listDraft(
  operation: OperationName,
  kind: 'error-response-removed' | 'error-response-added',
  codes: readonly string[],
  { spot }: Responses,
): Draft[] {
  const [code] = codes;
  if (code === undefined) return [];
  const removed = kind === 'error-response-removed';
  const subject = `${codes.every(isError) ? 'Error response' : 'Response'}${codes.length === 1 ? '' : 's'}`;
  const words = `${codes.length === 1 ? 'is' : 'are'} ${removed ? 'no longer listed' : 'listed now'}`;
  const place = codes.length === 1 ? below(spot, pointerTo(code)) : spot;
  return [
    {
      kind,
      operation,
      place: placeIn('openapi', pointerOfSpot(place), removed),
      about: ['responses', codes],
      message: `${subject} ${quoteList(codes)} of ${quote(operation.label)} ${words}`,
    },
  ];
}

function diffResponse(readers: Readers, operation: OperationName, before: Response, after: Response): Draft[] {
  const described = stringMember(before.value, 'description') ?? '';
  const text = stringMember(after.value, 'description') ?? '';
  return [
    ...diffSchema(readers, operation, before, after),
    ...(described === text
      ? []
      : [draftOf(operation, 'description-changed', after, 'has another description', [described, text])]),
  ];
}

function isError(code: string): boolean {
  return code === 'default' || /^[45]/.test(code);
}

/** One schema that several codes share is said once. */
function uniquePlaces(drafts: readonly Draft[]): Draft[] {
  return [...new Map(drafts.map((draft) => [`${draft.kind} ${draft.place.pointer}`, draft])).values()];
}

function diffSchema(readers: Readers, operation: OperationName, before: Response, after: Response): Draft[] {
  const [older, newer] = [schemaOf(before), schemaOf(after)];
  if (older === undefined && newer === undefined) return [];
  if (older === undefined) return [draftOf(operation, 'detail-changed', after, 'has a schema now', [true])];
  if (newer === undefined)
    return [draftOf(operation, 'other-response-schema-changed', after, 'has no schema any more', [false])];
  const all = compareSchemas(readers, { before: older, after: newer, required: false });
  // Nobody is shown an order of fields here.
  const differences = all.filter(({ aspect }) => aspect !== 'reordered');
  if (differences.length === 0) return [];
  const breaks = differences.some(
    ({ aspect }) => changeKind(KINDS_BY_AREA['output-field'][aspect])?.class === 'breaking',
  );
  const kind = breaks ? 'other-response-schema-changed' : 'detail-changed';
  const about = differences.flatMap(({ aspect, path, keyword, from, to }) => [aspect, path, keyword, from, to]);
  const draft = draftOf(operation, kind, after, 'has another schema', about);
  return [{ ...draft, place: placeIn('openapi', pointerOfSpot(readers.after.resolve(newer).spot), false) }];
}

function draftOf(
  operation: OperationName,
  kind: ChangeKindName,
  { code, spot }: Response,
  words: string,
  about: Draft['about'] = [],
): Draft {
  const subject = isError(code) ? 'Error response' : isSuccess(code) ? 'Further response' : 'Response';
  return {
    kind,
    operation,
    place: placeIn('openapi', pointerOfSpot(spot), false),
    about: ['response', code, ...about],
    shared: ['response', ...about],
    message: (operations) => `${subject} ${quote(code)} of ${operations} ${words}`,
  };
}
