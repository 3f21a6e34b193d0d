import { isObject, member, type Json } from '../domain/json.ts';
import type { AspectChange } from './aspects.ts';
import { canonicalText } from './canonical-text.ts';
import { sameJson } from './same-json.ts';
import type { EffectiveSchema } from './effective-schema.ts';

type Keywords = ReadonlyMap<string, Json>;

/** The older and the newer spelling of the same thing: beside each other, one may come or go. */
const VALUES = ['x-ms-dynamic-values', 'x-ms-dynamic-list', 'x-ms-dynamic-tree'] as const;
const SCHEMAS = ['x-ms-dynamic-schema', 'x-ms-dynamic-properties'] as const;

export function isDynamicKeyword(keyword: string): boolean {
  return [...VALUES, ...SCHEMAS].some((one) => one === keyword);
}

/** What changes in where a choice of values, or a schema, comes from at design time. */
export function dynamicAspects(before: EffectiveSchema, after: EffectiveSchema): AspectChange[] {
  return [...saidOnce(valuesAspects(before.keywords, after.keywords)), ...saidOnce(schemaAspects(before, after))];
}

/** What both spellings say in the same words is one change. */
function saidOnce(changes: readonly AspectChange[]): AspectChange[] {
  const meaning = ({ aspect, keyword, from, to }: AspectChange): string =>
    aspect === 'detail-changed' ? `${aspect} ${keyword}` : canonicalText([aspect, meaningOf(from), meaningOf(to)]);
  return [...Map.groupBy(changes, meaning).values()].flatMap(([first]) => first ?? []);
}

/** What is asked, and what of the answer is kept. */
function meaningOf(source: Json | undefined): Json {
  return source === undefined ? null : [askedOf(source) ?? null, storedValue(source) ?? null];
}

/** The operation or the capability that is asked. */
export function askedOf(source: Json | undefined): Json | undefined {
  return member(source, 'operationId') ?? member(source, 'capability');
}

function valuesAspects(before: Keywords, after: Keywords): AspectChange[] {
  return VALUES.flatMap((keyword): AspectChange[] => {
    const from = before.get(keyword);
    const to = after.get(keyword);
    if (sameJson(from, to)) return [];
    // A choice where makers had to type is a help, and so is a second spelling beside the first.
    if (from === undefined || (to === undefined && VALUES.some((one) => after.has(one))))
      return [{ aspect: 'detail-changed', keyword, from, to }];
    if (to !== undefined && sameJson(untitled(from), untitled(to)))
      return [{ aspect: 'dynamic-title-changed', keyword, from, to }];
    const stored = to !== undefined && !sameJson(storedValue(from), storedValue(to));
    return [{ aspect: stored ? 'dynamic-value-path-changed' : 'dynamic-values-changed', keyword, from, to }];
  });
}

/** Which part of a chosen entry is written into the flow. */
function storedValue(source: Json): Json | undefined {
  return member(source, 'value-path') ?? member(source, 'itemValuePath');
}

/** Without which part of an entry is shown. */
function untitled(source: Json): Json {
  const { 'value-title': _older, itemTitlePath: _newer, ...rest } = isObject(source) ? source : {};
  return isObject(source) ? rest : source;
}

function schemaAspects(older: EffectiveSchema, { keywords: after }: EffectiveSchema): AspectChange[] {
  const { keywords: before } = older;
  return SCHEMAS.flatMap((keyword, index): AspectChange[] => {
    const other = SCHEMAS[1 - index] ?? keyword;
    const from = before.get(keyword);
    const to = after.get(keyword);
    if (sameJson(from, to)) return [];
    const beside = (from === undefined && before.has(other)) || (to === undefined && after.has(other));
    return [{ aspect: beside ? 'detail-changed' : schemaAspect(older, from, to), keyword, from, to }];
  });
}

/** Tokens move when fields that were there come from elsewhere; another source may well have the same fields. */
function schemaAspect(older: EffectiveSchema, from: Json | undefined, to: Json | undefined): AspectChange['aspect'] {
  const appears = from === undefined && older.properties.size > 0;
  return appears || to === undefined ? 'dynamic-schema-changed' : 'dynamic-schema-source-changed';
}
