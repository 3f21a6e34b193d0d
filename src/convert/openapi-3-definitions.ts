import { entriesOf, member, type JsonObject } from '../domain/json.ts';
import { tokensOf, type Pointer } from '../domain/pointer.ts';

/** A schema of the source that stands somewhere inside, and gets a place of its own in the result. */
export interface NamedSchema {
  readonly name: string;
  readonly from: Pointer;
}

/** Words that say where a schema stands and not what it is. */
const PLACES = new Set(
  (
    'schema schemas items properties additionalProperties allOf oneOf anyOf not $defs definitions components content ' +
    'requestBody responses parameters paths headers'
  ).split(' '),
);

/**
 * Names for schemas that something refers to and that are no component: 2.0 refers to `#/definitions/<name>` only. The same place has one
 * name, which no component has.
 */
export class Definitions {
  /** In the order in which they were named; grows while they are converted. */
  readonly all: NamedSchema[] = [];
  readonly #names = new Map<Pointer, string>();
  readonly #taken: Set<string>;

  constructor(source: JsonObject) {
    const schemas = member(member(source, 'components'), 'schemas');
    this.#taken = new Set(entriesOf(schemas).map(([name]) => name));
  }

  nameOf(from: Pointer): string {
    const known = this.#names.get(from);
    if (known !== undefined) return known;
    const name = this.#free(wordFor(from));
    this.#names.set(from, name);
    this.all.push({ name, from });
    this.#taken.add(name);
    return name;
  }

  #free(word: string): string {
    let name = word;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${word}${number}`;
    return name;
  }
}

const FILE = /\.(ya?ml|json)$/i;

/** The last part of a pointer that is a name: no path and no media type, and a file without its ending. */
function wordFor(from: Pointer): string {
  const tokens = tokensOf(from).filter((token) => !PLACES.has(token) && (FILE.test(token) || !/^\d+$|\//.test(token)));
  const last = (tokens.at(-1) ?? '').replace(FILE, '');
  const word = (last.split('/').at(-1) ?? '').replaceAll(/[^\w.-]+/g, '_').replaceAll(/^_+|_+$/g, '');
  return word === '' ? 'Schema' : word.slice(0, 100);
}
