import { entriesOf, member, type Json } from '../domain/json.ts';
import { pointerTo } from '../domain/pointer.ts';
import type { ChangeKindName } from './change-kinds.ts';
import { compareSchemas } from './compare-schemas.ts';
import { placeIn, type Draft, type OperationName } from './draft.ts';
import type { Located } from './effective-schema.ts';
import type { Response } from './responses-of.ts';
import type { Readers, SchemaDifference } from './schema-walk.ts';
import { predicateOf } from './aspect-words.ts';
import { below, pointerOfSpot, type Spot } from './spot.ts';
import { quote } from './wording.ts';

interface Header extends Located {
  /** As written; headers are the same in any case. */
  readonly name: string;
}

/** The headers of what the operation answers with. */
export function diffResponseHeaders(
  readers: Readers,
  operation: OperationName,
  before: Response | undefined,
  after: Response | undefined,
): Draft[] {
  const older = headersOf(before);
  const newer = headersOf(after);
  return [
    ...[...older].flatMap(([key, header]) => (newer.has(key) ? [] : [headerDraft(operation, header, true)])),
    ...[...newer].flatMap(([key, header]) => {
      const partner = older.get(key);
      return partner === undefined
        ? [headerDraft(operation, header, false)]
        : diffHeader(readers, operation, partner, header);
    }),
  ];
}

function headersOf(response: Response | undefined): Map<string, Header> {
  if (response === undefined) return new Map();
  return new Map(
    entriesOf(member(response.value, 'headers')).map(([name, value]) => [
      name.toLowerCase(),
      { name, value, spot: below(response.spot, pointerTo('headers', name)) },
    ]),
  );
}

function headerDraft(operation: OperationName, { name, spot }: Header, removed: boolean): Draft {
  const kind = removed ? 'response-header-removed' : 'response-header-added';
  return draftOf(operation, kind, name, [removed], spot, removed, `is ${removed ? 'removed' : 'added'}`);
}

function diffHeader(readers: Readers, operation: OperationName, before: Header, after: Header): Draft[] {
  return compareSchemas(readers, { before, after, required: false }).map((difference) => {
    const { aspect, keyword, from, to, spot, removed } = difference;
    const about = [aspect, keyword, from, to];
    return draftOf(operation, kindOf(difference), after.name, about, spot, removed, predicateOf(difference));
  });
}

function kindOf({ aspect, path }: SchemaDifference): ChangeKindName {
  if (/^(type|format)-/.test(aspect)) return 'response-header-type-changed';
  return aspect === 'description-changed' && path.length === 0 ? 'description-changed' : 'detail-changed';
}

function draftOf(
  operation: OperationName,
  kind: ChangeKindName,
  name: string,
  about: readonly (Json | undefined)[],
  spot: Spot,
  removed: boolean,
  words: string,
): Draft {
  return {
    kind,
    operation,
    place: placeIn('openapi', pointerOfSpot(spot), removed),
    about: ['header', name.toLowerCase(), ...about],
    shared: about,
    message: (operations) => `Response header ${quote(name)} of ${operations} ${words}`,
  };
}
