import { plainText } from './text.ts';
import { isUrl, type Url } from './url.ts';

/** Markup that is safe as it stands. Only `html` makes one, so a string from a connector can never pass for it. */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Html = Markup;

/** What may stand in a template. `undefined` and `false` write nothing. */
export type Content = string | number | Html | Url | undefined | false | readonly Content[];

/**
 * Markup with every string and number in it escaped, for the text of an element and for a quoted attribute.
 * An address (`href`, `src`, `action`) takes a `Url` and nothing else; an attribute without quotes is refused.
 * Both are mistakes in a template, so they throw.
 */
export function html(literals: TemplateStringsArray, ...values: readonly Content[]): Html {
  const [first = NOTHING, ...rest] = literalsOf(literals);
  let markup = first.text;
  let before = first;
  for (const [index, literal] of rest.entries()) {
    const value = values[index];
    if (before.wantsUrl && !isUrl(value)) throw new TypeError(`A Url is needed after "${before.text.slice(-40)}"`);
    markup += contentText(value) + literal.text;
    before = literal;
  }
  return new Markup(markup);
}

/** A literal part of a template. `wantsUrl`: the value after it is an address. */
interface Literal {
  readonly text: string;
  readonly wantsUrl: boolean;
}

const NOTHING: Literal = { text: '', wantsUrl: false };
const KNOWN = new WeakMap<TemplateStringsArray, readonly Literal[]>();

/** Looked at once per template. The indentation of the source is left out: it would be a third of a page. */
function literalsOf(strings: TemplateStringsArray): readonly Literal[] {
  const known = KNOWN.get(strings);
  if (known !== undefined) return known;
  const literals = strings.map((string, index) => {
    if (string.endsWith('=') && index < strings.length - 1)
      throw new TypeError(`A value needs quotes after "${string}"`);
    return { text: string.replace(/\n\s*/g, '\n'), wantsUrl: /\s(href|src|action)="$/.test(string) };
  });
  KNOWN.set(strings, literals);
  return literals;
}

function contentText(value: Content): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'string') return escapeMarkup(plainText(value));
  if (typeof value === 'number' || isUrl(value)) return escapeMarkup(value.toString());
  return value.map(contentText).join('');
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
