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
  const [first = '', ...rest] = literals;
  let markup = first;
  let before = first;
  for (const [index, literal] of rest.entries()) {
    markup += write(values[index], before) + literal;
    before = literal;
  }
  return new Markup(markup);
}

function write(value: Content, before: string): string {
  if (before.endsWith('=')) throw new TypeError(`A value needs quotes after "${before.slice(-40)}"`);
  if (ADDRESSES.some((attribute) => before.endsWith(attribute)) && !isUrl(value)) {
    throw new TypeError(`A Url is needed after "${before.slice(-40)}"`);
  }
  return contentText(value);
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

const ADDRESSES = [' href="', ' src="', ' action="'];
