import type { Address } from './postman-hosts.ts';
import { newField } from './postman-fields.ts';
import type { PostmanField, PostmanRequest } from './postman-model.ts';
import { resolveVariables, type Scope } from './postman-variables.ts';
import type { SecretVault } from './postman-vault.ts';
import { singular, wordsOf } from './postman-words.ts';

/** The path of a request, with `{variables}`, and what it says about each of them in their order. */
export interface PathTemplate {
  readonly path: string;
  readonly parameters: readonly PostmanField[];
  /** Parameters that stand in the place of a value that was written into the address. */
  readonly guessed: readonly string[];
}

export function templateOf(
  request: PostmanRequest,
  { base, segments }: Address,
  skip: number,
  scope: Scope,
  vault: SecretVault,
): PathTemplate {
  const writer = new TemplateWriter(request, scope, vault);
  const all = [...base, ...segments].filter((segment) => segment.trim() !== '').slice(skip);
  const path = all.flatMap((segment, index) => writer.write(segment, all[index - 1]));
  return { path: `/${path.join('/')}`, parameters: writer.parameters, guessed: writer.guessed };
}

// Variables that hold a part of every address, not what a maker chooses.
const CONSTANT = /^(?:\w*api_?)?(?:version|ver|v)\d*$|base|prefix|root|^api$/i;
const PIECE = /\{\{([^{}]*)\}\}|\{([^{}]*)\}|(?<=^|[^\w]):([A-Za-z_][\w-]*)/g;

class TemplateWriter {
  readonly parameters: PostmanField[] = [];
  readonly guessed: string[] = [];
  readonly #request: PostmanRequest;
  readonly #scope: Scope;
  readonly #vault: SecretVault;

  constructor(request: PostmanRequest, scope: Scope, vault: SecretVault) {
    this.#request = request;
    this.#scope = scope;
    this.#vault = vault;
  }

  /** One segment; a variable that holds a constant can bring several. */
  write(segment: string, before: string | undefined): string[] {
    const filled = segment.replace(/\{\{([^{}]*)\}\}/g, (whole, name: string) => this.#constant(name.trim()) ?? whole);
    if (filled !== segment && filled.includes('/')) {
      return filled.split('/').flatMap((part) => (part === '' ? [] : this.write(part, before)));
    }
    if (this.#vault.isIn(filled) && !/[{}:]/.test(filled)) return [this.#parameter('token', '')];
    const guess = guessed(filled, before);
    if (guess !== undefined) return [this.#guess(filled, guess)];
    let written = '';
    let from = 0;
    for (const match of filled.matchAll(PIECE)) {
      const name = match[1] ?? match[2] ?? match[3] ?? '';
      const value = match[1] === undefined ? '' : resolveVariables(match[0], this.#scope, this.#request.variables);
      written += literal(filled.slice(from, match.index)) + this.#parameter(name, value);
      from = match.index + match[0].length;
    }
    return [written + literal(filled.slice(from))];
  }

  #constant(name: string): string | undefined {
    if (!CONSTANT.test(name)) return undefined;
    const value = resolveVariables(`{{${name}}}`, this.#scope, this.#request.variables);
    return value.includes('{{') || value.includes('://') ? undefined : value;
  }

  #guess(segment: string, name: string): string {
    const [value = '', extension = ''] = segment.split(/(?=\.[a-z]+$)/i);
    const written = this.#parameter(name, value) + extension;
    this.guessed.push(this.parameters.at(-1)?.key ?? name);
    return written;
  }

  #parameter(written: string, value: string): string {
    const name = this.#freeName(written.trim());
    const known = this.#request.url.variables.find(({ key }) => key === written);
    const field = known ?? newField(name, value, this.#request.pointer);
    this.parameters.push({ ...field, key: name, value: field.value || value });
    return `{${name}}`;
  }

  /** Letters, digits, `_` and `-`; the platform keeps one name for itself. */
  #freeName(written: string): string {
    const plain = written
      .replace(/^\$/, '')
      .replace(/[^\w-]+/g, '_')
      .slice(0, 60)
      .replace(/^[_-]+|[_-]+$/g, '');
    const name = plain === '' ? 'value' : plain === 'connectionId' ? 'connection_id' : plain;
    let free = name;
    for (let count = 2; this.parameters.some(({ key }) => key === free); count += 1) free = `${name}${count}`;
    return free;
  }
}

const NUMBER = /^\d+(?:\.[a-z]{2,5})?$/i;
const ID =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?=[^-]*\d)[0-9a-f]{16,64})(?:\.[a-z]{2,5})?$/i;

/** The name for a segment that is a value: `/users/4711` has a `userId`. Nothing else than a number or an id is taken for one. */
function guessed(segment: string, before: string | undefined): string | undefined {
  const isValue = (before !== undefined && NUMBER.test(segment)) || ID.test(segment);
  if (!isValue) return undefined;
  const words = wordsOf(/[{}:]/.test(before ?? '') ? '' : (before ?? '')).map((word) => word.toLowerCase());
  const [first = '', ...others] = [...words.slice(0, -1), singular(words.at(-1) ?? '')].filter((word) => word !== '');
  if (!/^[a-z]/.test(first)) return 'id';
  return [first, ...others.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)), 'Id'].join('');
}

/** Characters that a path template, or the platform, takes for something else. */
function literal(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s{}*?#\\"<>^`|]/g, (character) => encodeURIComponent(character).replace('*', '%2A'));
}

/** What two templates share when they match the same requests, in any case. */
export function shapeOf(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}').toLowerCase();
}
