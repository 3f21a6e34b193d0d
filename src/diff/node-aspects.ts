import { isArray, member, type Json } from '../domain/json.ts';
import type { AspectChange } from './aspects.ts';
import { canonicalText } from './canonical-text.ts';
import { compact } from './compact.ts';
import { sameJson } from './same-json.ts';
import { dynamicAspects, isDynamicKeyword } from './dynamic-aspects.ts';
import type { EffectiveSchema } from './effective-schema.ts';
import { keywordAspect } from './keyword-aspect.ts';
import type { Work } from './work.ts';

/** In what two schemas at the same place differ, their children left out. `required`: whether makers must fill the newer one. */
export function nodeAspects(
  work: Work,
  before: EffectiveSchema,
  after: EffectiveSchema,
  required: boolean,
): readonly AspectChange[] {
  if (before.type === after.type && sayTheSame(before.keywords, after.keywords) && sameOthers(before, after)) return [];
  return work.aspectsOf(before, after, required, () =>
    allAspects(before, after, required).map((change) => ({
      ...change,
      key: [change.aspect, change.keyword, compact(change.from), compact(change.to)],
    })),
  );
}

function allAspects(before: EffectiveSchema, after: EffectiveSchema, required: boolean): AspectChange[] {
  const type = typeAspects(before, after);
  return [
    ...type,
    ...(type.length > 0 ? [] : formatAspects(before, after)),
    // The values of another type are other values, and those of an array are those of its entries.
    ...(type.some(({ aspect }) => aspect === 'type-changed')
      ? []
      : enumAspects(before.keywords.get('enum'), after.keywords.get('enum'))),
    ...visibilityAspects(before, after, required),
    ...dynamicAspects(before, after),
    ...[...keywordAspects(before, after), ...othersAspects(before, after)].map((change) => weighed(change, required)),
  ];
}

/** A tighter limit on what makers must fill hits every flow. */
function weighed(change: AspectChange, required: boolean): AspectChange {
  return required && change.aspect === 'constraint-tightened'
    ? { ...change, aspect: 'constraint-tightened-required' }
    : change;
}

/** Nearly all pairs do: they are done at once. */
function sayTheSame(before: ReadonlyMap<string, Json>, after: ReadonlyMap<string, Json>): boolean {
  if (before.size !== after.size) return false;
  for (const [keyword, value] of before) if (!sameJson(value, after.get(keyword))) return false;
  return true;
}

const ELSEWHERE = new Set([
  'type',
  'format',
  'enum',
  'x-ms-visibility',
  '$ref',
  'in',
  'name',
  'schema',
  'additionalProperties',
]);

function keywordAspects(before: EffectiveSchema, after: EffectiveSchema): AspectChange[] {
  const keywords = new Set([...before.keywords.keys(), ...after.keywords.keys()]);
  const changes = [...keywords]
    .filter((keyword) => !ELSEWHERE.has(keyword) && !isDynamicKeyword(keyword))
    .flatMap((keyword) => keywordAspect(keyword, before.keywords.get(keyword), after.keywords.get(keyword)) ?? []);
  const summary = changes.find(({ keyword }) => keyword === 'x-ms-summary');
  // A title beside a summary of the same words says nothing more.
  return changes.filter(({ keyword, to }) => keyword !== 'title' || summary === undefined || !sameJson(to, summary.to));
}

function sameOthers(before: EffectiveSchema, after: EffectiveSchema): boolean {
  return before.others === after.others;
}

const OPENNESS = ['none', 'some', 'any'] as const;

/** Which fields beside its own an object may have. */
function othersAspects(before: EffectiveSchema, after: EffectiveSchema): AspectChange[] {
  const [from, to] = [before.others, after.others];
  if (from === to || [before, after].some(({ type = 'object' }) => type !== 'object')) return [];
  const tighter = OPENNESS.indexOf(to) < OPENNESS.indexOf(from);
  const aspect = tighter ? 'constraint-tightened' : 'constraint-loosened';
  return [{ aspect, keyword: 'additionalProperties', from, to }];
}

function typeAspects({ type: from }: EffectiveSchema, { type: to }: EffectiveSchema): AspectChange[] {
  if (from === to) return [];
  const change = { keyword: 'type', from: from ?? 'any', to: to ?? 'any' };
  if (to === undefined || (from === 'integer' && to === 'number')) return [{ aspect: 'type-widened', ...change }];
  if (from === undefined || (from === 'number' && to === 'integer')) return [{ aspect: 'type-narrowed', ...change }];
  return [{ aspect: 'type-changed', ...change }];
}

/** Two formats of which a value of one is not a value of the other. */
const INCOMPATIBLE: readonly (readonly string[])[] = [
  ['date', 'date-time'],
  ['byte', 'binary'],
];

function formatAspects(before: EffectiveSchema, after: EffectiveSchema): AspectChange[] {
  const from = before.keywords.get('format');
  const to = after.keywords.get('format');
  if (sameJson(from, to)) return [];
  const apart = INCOMPATIBLE.some((pair) => pair.some((one) => one === from) && pair.some((one) => one === to));
  return [{ aspect: apart ? 'format-incompatible' : 'format-changed', keyword: 'format', from, to }];
}

function enumAspects(before: Json | undefined, after: Json | undefined): AspectChange[] {
  const from = isArray(before) ? before : undefined;
  const to = isArray(after) ? after : undefined;
  const gone = without(from ?? [], to ?? []);
  const fresh = without(to ?? [], from ?? []);
  if (from === undefined) return to === undefined ? [] : [{ aspect: 'enum-added', keyword: 'enum', to }];
  if (to === undefined) return [{ aspect: 'enum-widened', keyword: 'enum', from }];
  if (gone.length === 0 && fresh.length === 0) return orderAspects(from, to);
  return [
    ...(gone.length > 0 ? [{ aspect: 'enum-narrowed', keyword: 'enum', from: gone } as const] : []),
    ...(fresh.length > 0 ? [{ aspect: 'enum-widened', keyword: 'enum', to: fresh } as const] : []),
  ];
}

/** Makers see the values in the author's order. */
function orderAspects(from: readonly Json[], to: readonly Json[]): AspectChange[] {
  const [older, newer] = [from, to].map((values) => [...new Set(values.map(canonicalText))].join());
  return older === newer ? [] : [{ aspect: 'reordered', keyword: 'enum', from, to }];
}

function without(values: readonly Json[], others: readonly Json[]): Json[] {
  const known = new Set(others.map(canonicalText));
  return values.filter((value) => !known.has(canonicalText(value)));
}

function visibilityAspects(before: EffectiveSchema, after: EffectiveSchema, required: boolean): AspectChange[] {
  const from = visibilityOf(before);
  const to = visibilityOf(after);
  if (from === to) return [];
  const change = { keyword: 'x-ms-visibility', from, to };
  if (to !== 'internal') return [{ aspect: 'visibility-changed', ...change }];
  const filled = required && after.keywords.has('default');
  return [{ aspect: filled ? 'hidden-with-default' : 'hidden', ...change }];
}

/** An empty visibility says nothing, like none. */
export function visibilityOf(schema: EffectiveSchema): string {
  const visibility = schema.keywords.get('x-ms-visibility');
  return typeof visibility === 'string' && visibility !== '' ? visibility : 'none';
}

/** Whether the products fill it in by themselves: makers never see it, and it has a default. */
export function isFilledIn(schema: EffectiveSchema): boolean {
  return visibilityOf(schema) === 'internal' && schema.keywords.has('default');
}

/** Whether a maker meets it. */
export function isShown(value: Json | undefined): boolean {
  return member(value, 'x-ms-visibility') !== 'internal';
}
