import { typeFix } from '../type-fix.ts';

export const jsonTypeIncorrect = typeFix('document/json-type-incorrect');
