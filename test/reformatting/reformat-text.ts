import { dump } from 'js-yaml';
import type { Json } from '../../src/domain/json.ts';
import { parseJson } from '../../src/load/parse-json.ts';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import { formatOf, type TextFormat } from '../../src/places/locate.ts';

/** How a text is written again without another meaning. */
export interface Form {
  readonly name: string;
  /** Spaces a level; 0 is all on one line, in JSON only. */
  readonly indent: number;
  readonly lineEnd: '\n' | '\r\n';
  /** Seed of another order of keys; undefined keeps the order. */
  readonly shuffle?: number;
  /** openapi.json becomes openapi.yaml, where the layout reads both. */
  readonly toYaml?: boolean;
}

/** The value of a JSON or YAML text without a fault of its own; undefined for any other, which cannot be written again from its value. */
export function cleanValue(file: string, text: string): Json | undefined {
  const format = formatOf(file);
  if (format === undefined || text.startsWith('\u{feff}')) return undefined;
  const { value, findings } = format === 'json' ? parseJson(file, text) : parseYaml(file, text);
  return findings.length === 0 ? value : undefined;
}

export function written(value: Json, format: TextFormat, form: Form): string {
  const ordered = form.shuffle === undefined ? value : shuffled(value, randomBy(form.shuffle));
  const text =
    format === 'json'
      ? `${JSON.stringify(ordered, null, form.indent)}\n`
      : dump(ordered, { indent: Math.max(form.indent, 2), lineWidth: -1, noRefs: true });
  return withLineEnd(text, form.lineEnd);
}

export function withLineEnd(text: string, lineEnd: Form['lineEnd']): string {
  return text.replace(/\r\n|\n/g, lineEnd);
}

/** Products use only the first security definition, so that another order is another connector. */
const ORDERED: ReadonlySet<string> = new Set(['securityDefinitions']);

function shuffled(value: Json, random: () => number): Json {
  if (Array.isArray(value)) return value.map((entry: Json) => shuffled(entry, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => ({
    key,
    entry: ORDERED.has(key) ? entry : shuffled(entry, random),
    rank: random(),
  }));
  return Object.fromEntries(entries.sort((one, two) => one.rank - two.rank).map(({ key, entry }) => [key, entry]));
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomBy(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
