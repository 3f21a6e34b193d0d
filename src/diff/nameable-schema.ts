import { isArray, type Json } from '../domain/json.ts';
import { canonicalText } from './canonical-text.ts';
import { compact } from './compact.ts';
import type { EffectiveSchema, Located, SchemaReader } from './effective-schema.ts';
import type { Nameable } from './probable-renames.ts';

/** From so many fields or values of its own on, two things hardly have the same by chance. */
const RICH = 3;

/** Keywords that a rename keeps. */
const KEPT = ['format', 'enum', 'x-ms-visibility', 'x-ms-dynamic-values', 'x-ms-dynamic-schema'] as const;

/** A field or parameter in the respects that tell whether it is another one under another name. `more` is what else a rename keeps. */
export function nameableSchema(name: string, located: Located, reader: SchemaReader, more: readonly Json[]): Nameable {
  const schema = reader.read(located);
  const entry = schema.items === undefined ? undefined : reader.read(schema.items);
  const values = schema.keywords.get('enum');
  return {
    name,
    shape: canonicalText([...more, shapeOf(schema), entry === undefined ? null : shapeOf(entry)]),
    rich: (entry ?? schema).properties.size >= RICH || (isArray(values) && values.length >= RICH),
    texts: [schema.keywords.get('description'), schema.keywords.get('x-ms-summary') ?? schema.keywords.get('title')],
  };
}

const known = new WeakMap<EffectiveSchema, Json>();

/** In short, and once: a wide definition may stand behind many fields. */
function shapeOf(schema: EffectiveSchema): Json {
  const found = known.get(schema) ?? shapeIn(schema);
  known.set(schema, found);
  return found;
}

function shapeIn({ type, keywords, properties }: EffectiveSchema): Json {
  const kept = KEPT.map((keyword) => keywords.get(keyword) ?? null);
  return compact([type ?? 'any', ...kept, [...properties.keys()].sort()]) ?? null;
}
