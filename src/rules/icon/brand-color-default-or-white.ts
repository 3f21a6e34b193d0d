import { stringMember } from '../../domain/json.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

const REFUSED: ReadonlyMap<string, string> = new Map([
  ['#007ee5', 'the one that every new connector gets'],
  ['#ffffff', 'white'],
]);

export const brandColorDefaultOrWhite: Rule = {
  code: 'icon/brand-color-default-or-white',
  properties: (properties) => {
    const color = stringMember(properties, 'iconBrandColor')?.trim();
    const kind = REFUSED.get(color?.toLowerCase() ?? '');
    if (kind === undefined) return undefined;
    const message = `Brand colour ${quote(color)} is ${kind}`;
    return [{ at: inProperties('/iconBrandColor'), message, hint: 'Use the colour behind the logo in the icon' }];
  },
};
