import { html, type Html } from './html.ts';
import { exactText } from './text.ts';
import type { Bounded } from './view-model.ts';

/** Values one after the other, each to the letter. */
export function codes({ shown, more }: Bounded<string>): Html {
  return html`${shown.map((value) => html`<code>${exactText(value)}</code> `)}${more > 0 && html`and ${more} more`}`;
}
