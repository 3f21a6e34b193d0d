import { arrayMember, entriesOf, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { resolveReference } from '../domain/operation.ts';
import { pointerTo } from '../domain/pointer.ts';
import { canonicalText } from './canonical-text.ts';
import { below, spotAt, type Spot } from './spot.ts';

export interface Located {
  readonly value: Json | undefined;
  readonly spot: Spot;
}

/** A schema as it acts: references followed, `allOf` folded in. So inlining, extracting and regrouping leave it as it is. */
export interface EffectiveSchema {
  /** The object that stands for this schema when asking whether it was seen; not folded. */
  readonly identity: JsonObject;
  readonly spot: Spot;
  /** Absent means any. `type` absent beside `properties` is object, beside `items` array. */
  readonly type: string | undefined;
  /** Every keyword without a meaning for the shape. The schema's own win over those of its `allOf`. */
  readonly keywords: ReadonlyMap<string, Json>;
  readonly properties: ReadonlyMap<string, Located>;
  readonly required: ReadonlySet<string>;
  readonly items: Located | undefined;
  /** Which fields there may be beside `properties`: `some` are those that fit `additional`. */
  readonly others: 'none' | 'some' | 'any';
  readonly additional: Located | undefined;
}

const NOTHING: JsonObject = {};
const NONE: EffectiveSchema = {
  identity: NOTHING,
  spot: spotAt(''),
  type: undefined,
  keywords: new Map(),
  properties: new Map(),
  required: new Set(),
  items: undefined,
  others: 'any',
  additional: undefined,
};

/** Folds schemas of one document, each once. */
export class SchemaReader {
  readonly #document: JsonObject;
  readonly #known = new WeakMap<JsonObject, EffectiveSchema>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  /** A value that is not a schema, or a reference that leads nowhere, reads as the schema that allows anything. */
  read(located: Located | undefined): EffectiveSchema {
    if (located === undefined) return NONE;
    const { value, spot } = this.resolve(located);
    if (!isObject(value)) return { ...NONE, spot };
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const schema = this.#fold(value, spot);
    this.#known.set(value, schema);
    return schema;
  }

  /** Follows `$ref`s; the spot is then where the schema is defined. */
  resolve(located: Located): Located {
    if (member(located.value, '$ref') === undefined) return located;
    const { value, at } = resolveReference(this.#document, located.value, '');
    return { value, spot: value === undefined ? located.spot : spotAt(at) };
  }

  #fold(identity: JsonObject, spot: Spot): EffectiveSchema {
    const folding = new Folding();
    const seen = new Set<Json>();
    const parts: Located[] = [{ value: identity, spot }];
    // A worklist and not a recursion: `allOf` may nest as deep as the document, and may name itself.
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      const { value, spot: at } = this.resolve(part);
      if (!isObject(value) || seen.has(value)) continue;
      seen.add(value);
      folding.add(value, at);
      for (const [index, entry] of (arrayMember(value, 'allOf') ?? []).toReversed().entries())
        parts.push({ value: entry, spot: below(at, pointerTo('allOf', lastIndex(value) - index)) });
    }
    const result = folding.result();
    const open = result.additional !== undefined && this.#allowsAnything(result.additional);
    return { ...result, ...(open ? ({ others: 'any', additional: undefined } as const) : {}), identity, spot };
  }

  /** Whether a schema limits nothing, as `true` does, and as none does. */
  #allowsAnything(schema: Located): boolean {
    const seen = new Set<Json>();
    const parts: Located[] = [schema];
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      const { value, spot } = this.resolve(part);
      if (!isObject(value) || seen.has(value)) continue;
      seen.add(value);
      if (Object.keys(value).some((key) => key !== 'allOf' && !isText(key))) return false;
      for (const entry of arrayMember(value, 'allOf') ?? []) parts.push({ value: entry, spot });
    }
    return true;
  }
}

function lastIndex(schema: JsonObject): number {
  return (arrayMember(schema, 'allOf')?.length ?? 0) - 1;
}

/** Texts that say nothing when they are empty, and hide nothing of an `allOf`. */
const TEXTS = new Set(['x-ms-visibility', 'x-ms-summary', 'title', 'description']);

function isText(key: string): boolean {
  return TEXTS.has(key) || key === 'example';
}

function isEmptyText(key: string, value: Json): boolean {
  return value === '' && TEXTS.has(key);
}

/** Collects the parts of one schema; what came first wins. */
class Folding {
  readonly #keywords = new Map<string, Json>();
  readonly #properties = new Map<string, Located>();
  readonly #required = new Set<string>();
  #items: Located | undefined;
  #others: EffectiveSchema['others'] = 'any';
  #additional: Located | undefined;

  add(schema: JsonObject, spot: Spot): void {
    for (const [key, value] of entriesOf(schema)) this.#addKey(key, value, spot);
  }

  result(): Omit<EffectiveSchema, 'identity' | 'spot'> {
    return {
      type: this.#type(),
      keywords: this.#keywords,
      properties: this.#properties,
      required: this.#required,
      items: this.#items,
      others: this.#others,
      additional: this.#additional,
    };
  }

  #addKey(key: string, value: Json, spot: Spot): void {
    if (key === 'properties') this.#addProperties(value, spot);
    else if (key === 'required') this.#addRequired(value);
    else if (key === 'items') this.#items ??= { value, spot: below(spot, '/items') };
    else if (key === 'additionalProperties') this.#addOthers(value, spot);
    else if (key !== 'allOf' && !isEmptyText(key, value) && !this.#keywords.has(key)) this.#keywords.set(key, value);
  }

  #addOthers(value: Json, spot: Spot): void {
    if (this.#others !== 'any') return;
    if (value === false) this.#others = 'none';
    if (!isObject(value)) return;
    this.#others = 'some';
    this.#additional = { value, spot: below(spot, '/additionalProperties') };
  }

  #addProperties(value: Json, spot: Spot): void {
    for (const [name, schema] of entriesOf(value))
      if (!this.#properties.has(name))
        this.#properties.set(name, { value: schema, spot: below(spot, pointerTo('properties', name)) });
  }

  /** On a parameter `required` is a flag, and not ours to read. */
  #addRequired(value: Json): void {
    if (!Array.isArray(value)) return;
    for (const name of value) if (typeof name === 'string') this.#required.add(name);
  }

  #type(): string | undefined {
    const type = this.#keywords.get('type');
    if (typeof type === 'string') return type;
    if (Array.isArray(type)) return type.map(canonicalText).sort().join('|');
    if (this.#properties.size > 0) return 'object';
    return this.#items === undefined ? undefined : 'array';
  }
}
