import { member } from '../../domain/json.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

export const brandColorNotHex: Rule = {
  code: 'icon/brand-color-not-hex',
  properties: (properties) => {
    const color = member(properties, 'iconBrandColor');
    if (color === undefined || (typeof color === 'string' && isAcceptable(color))) return undefined;
    const message = `Brand colour ${quote(color)} is not "#" and six hexadecimal digits`;
    return [{ at: inProperties('/iconBrandColor'), message, hint: 'Write it like "#0a7d55", with quotes' }];
  },
};

/** A blank one is missing, which another rule tells. */
function isAcceptable(color: string): boolean {
  return color.trim() === '' || /^#[0-9A-Fa-f]{6}$/.test(color);
}
