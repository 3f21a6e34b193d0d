import { html, type Html } from './html.ts';
import { exactText } from './text.ts';

/** An address, written to the letter, that a narrow page may break after its slashes. */
export function renderBreakable(address: string): Html {
  return html`${exactText(address)
    .split(/(?<=\/)(?=[^/])/)
    .map((part, index) => (index === 0 ? part : html`<wbr />${part}`))}`;
}
