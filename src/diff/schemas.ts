import { KINDS_BY_AREA, type Area } from './aspect-kinds.ts';
import { predicateOf } from './aspect-words.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { Readers, Roots, SchemaDifference } from './schema-walk.ts';
import { placeIn, type Draft, type OperationName } from './draft.ts';
import { pointerOfSpot } from './spot.ts';
import { LONGEST, quote } from './wording.ts';

export interface SchemaSubject {
  readonly area: Area;
  readonly operation: OperationName;
  /** The name of a parameter; empty for what has none. */
  readonly name: string;
}

/** The differences of two schemas as changes: the area decides what each aspect is. One root missing is the whole added or removed. */
export function diffSchemas(readers: Readers, subject: SchemaSubject, roots: Roots): Draft[] {
  const { before, after } = roots;
  if (before === undefined && after === undefined) return [];
  if (after === undefined || before === undefined) {
    const spot = (after ?? before)?.spot ?? { parent: undefined, tail: '' };
    const aspect = after === undefined ? 'removed' : 'added-optional';
    return [draftOf(subject, { aspect, path: [], spot, removed: after === undefined })];
  }
  return compareSchemas(readers, roots).map((difference) => draftOf(subject, difference));
}

export function draftOf(subject: SchemaSubject, difference: SchemaDifference): Draft {
  const { path, spot, removed, aspect, keyword, from, to, key = [aspect, keyword, from, to] } = difference;
  return {
    kind: KINDS_BY_AREA[subject.area][aspect],
    operation: subject.operation,
    place: placeIn('openapi', pointerOfSpot(spot), removed),
    about: [subject.area, subject.name, path, ...key],
    values: [from, to],
    shared: key,
    ...(difference.probable === true ? { probable: true } : {}),
    message: (operations) => `${nameOf(subject, path)} of ${operations} ${predicateOf(difference)}`,
  };
}

const ROOTS: Readonly<Record<Exclude<Area, 'parameter'>, string>> = {
  'input-field': 'Body',
  'output-field': 'Result',
  'notification-field': 'Notification',
};

const FIELDS: Readonly<Record<Exclude<Area, 'parameter'>, string>> = {
  'input-field': 'Input field',
  'output-field': 'Output field',
  'notification-field': 'Notification field',
};

function nameOf({ area, name }: SchemaSubject, path: readonly string[]): string {
  if (area === 'parameter') return path.length === 0 ? `Parameter ${quote(name)}` : `Entry of parameter ${quote(name)}`;
  return path.length === 0 ? ROOTS[area] : `${FIELDS[area]} ${quote(fieldName(path))}`;
}

/** `order.lines[].price`; of a very deep one only the end, which tells it from its neighbours. */
function fieldName(path: readonly string[]): string {
  let shown = path.slice(-12);
  let name = written(shown, shown.length < path.length);
  for (; name.length > LONGEST && shown.length > 1; name = written(shown, true)) shown = shown.slice(1);
  return name;
}

function written(tokens: readonly string[], isEnd: boolean): string {
  const shown = isEnd ? ['…', ...tokens] : tokens;
  return shown.map((token, index) => (token === '[]' || index === 0 ? token : `.${token}`)).join('');
}
