import { stringMember } from '../../domain/json.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

const COLOR = '#da3b01';

export const brandColorIndependentPublisher: Rule = {
  code: 'icon/brand-color-independent-publisher',
  properties: (properties) => {
    const color = stringMember(properties, 'iconBrandColor')?.trim();
    if (color === undefined || color === '' || color.toLowerCase() === COLOR) return undefined;
    const message = `Brand colour ${quote(color)} is not that of independent publishers, ${quote(COLOR)}`;
    return [{ at: inProperties('/iconBrandColor'), message, hint: `Write ${quote(COLOR)}` }];
  },
};
