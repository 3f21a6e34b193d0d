import { isArray, type Json } from '../domain/json.ts';
import type { Aspect, AspectChange } from './aspects.ts';
import { askedOf } from './dynamic-aspects.ts';
import { sameJson } from './same-json.ts';
import { fromTo, quote, quoteList } from './wording.ts';

/** What happens to the subject of the sentence: `is removed`, `changes its type from "string" to "integer"`. */
export function predicateOf(change: AspectChange): string {
  return PREDICATES[change.aspect](change);
}

type Predicate = (change: AspectChange) => string;

const PREDICATES: Readonly<Record<Aspect, Predicate>> = {
  removed: () => 'is removed',
  renamed: ({ from, probable }) =>
    probable === true ? `is probably ${quote(from)} under another name` : `had the name ${quote(from)}`,
  'added-required': () => 'is added and required',
  'added-with-default': () => 'is added and required, hidden from makers and filled with its default',
  'added-optional': () => 'is added',
  'made-required': () => 'becomes required',
  'made-required-with-default': () => 'becomes required, hidden from makers and filled with its default',
  'made-optional': () => 'becomes optional',
  'type-changed': changes('its type'),
  'type-widened': changes('its type'),
  'type-narrowed': changes('its type'),
  'format-changed': changes('its format'),
  'format-incompatible': changes('its format'),
  'made-nullable': () => 'may now be null',
  'made-not-nullable': () => 'may no longer be null',
  'enum-added': ({ to }) => `takes only the values ${listed(to)} now`,
  'enum-narrowed': ({ from }) => `loses the values ${listed(from)}`,
  'enum-widened': ({ to }) => (to === undefined ? 'takes any value now' : `gains the values ${listed(to)}`),
  'default-changed': changes('its default'),
  hidden: () => 'is hidden from makers',
  'hidden-with-default': () => 'is hidden from makers and filled with its default',
  'visibility-changed': changes('its visibility'),
  'constraint-tightened': changesLimit,
  'constraint-tightened-required': changesLimit,
  'constraint-loosened': changesLimit,
  'constraint-changed': changesKeyword,
  'made-read-only': () => 'becomes read-only',
  'made-writable': () => 'is no longer read-only',
  'discriminator-changed': changes('its discriminator'),
  reordered: ({ keyword }) => `shows its ${keyword === 'enum' ? 'values' : 'fields'} in another order`,
  'collection-format-changed': changes('its collection format'),
  'url-encoding-changed': changes('its URL encoding'),
  'dynamic-values-changed': takesChoices,
  'dynamic-title-changed': () => 'shows another part of each choice',
  'dynamic-value-path-changed': () => 'stores another part of the chosen entry',
  'dynamic-schema-changed': ({ to }) =>
    `gets its fields ${to === undefined ? 'from the definition' : 'at design time'} now`,
  'dynamic-schema-source-changed': getsFields,
  'summary-changed': changes('its summary'),
  'description-changed': () => 'has another description',
  'setting-changed': changesKeyword,
  'detail-changed': changesKeyword,
};

function changes(what: string): Predicate {
  return ({ from, to }) => `changes ${what} ${fromTo(from, to)}`;
}

function changesKeyword({ keyword, from, to }: AspectChange): string {
  const scalar = [from, to].every((value) => typeof value !== 'object' || value === null);
  if (scalar) return `changes ${quote(keyword)} ${fromTo(from, to)}`;
  const verb = from === undefined ? 'now has' : to === undefined ? 'no longer has' : 'changes';
  return `${verb} ${quote(keyword)}`;
}

function takesChoices({ from, to }: AspectChange): string {
  if (to === undefined) return 'takes its choices from nowhere';
  return isAskedAlike(from, to) ? 'asks for its choices in another way' : 'takes its choices from another source';
}

function getsFields({ from, to }: AspectChange): string {
  if (from === undefined) return 'gets its fields at design time now';
  return isAskedAlike(from, to) ? 'asks for its fields in another way' : 'gets its fields from another source';
}

/** Whether it is the same operation that is asked, with other arguments. */
function isAskedAlike(from: Json | undefined, to: Json | undefined): boolean {
  const asked = askedOf(from);
  return asked !== undefined && sameJson(asked, askedOf(to));
}

function changesLimit(change: AspectChange): string {
  const { keyword, from, to } = change;
  if (keyword !== 'additionalProperties') return changesKeyword(change);
  const words = (value: AspectChange['from']): string =>
    value === 'none' ? 'no other field' : value === 'any' ? 'any other field' : 'other fields of one shape';
  return `allows ${words(to)} now, and allowed ${words(from)}`;
}

function listed(values: AspectChange['to']): string {
  return isArray(values) ? quoteList(values) : quote(values);
}
