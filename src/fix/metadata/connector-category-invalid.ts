import { CATEGORIES } from '../../rules/facts/categories.ts';
import { spelledRight, valueFix } from '../value-fix.ts';

/** Only capital letters; between categories the text stays as it is. */
export const connectorCategoryInvalid = valueFix('metadata/connector-category-invalid', (value) =>
  typeof value === 'string'
    ? value
        .split(';')
        .map((part) => part.replace(part.trim(), spelledRight(part, CATEGORIES) ?? part.trim()))
        .join(';')
    : undefined,
);
