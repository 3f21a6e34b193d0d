import { member } from '../../domain/json.ts';
import { inProperties, type Rule } from '../rule.ts';

export const brandColorMissing: Rule = {
  code: 'icon/brand-color-missing',
  properties: (properties) => {
    const color = member(properties, 'iconBrandColor');
    const isBlank = typeof color === 'string' && color.trim() === '';
    if (color !== undefined && !isBlank) return undefined;
    return [
      {
        at: inProperties(isBlank ? '/iconBrandColor' : ''),
        message: 'The connector has no brand colour',
        hint: 'Add "iconBrandColor" with the colour behind the icon, for example "#0a7d55"',
      },
    ];
  },
};
