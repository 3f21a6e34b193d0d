import { typeFix } from '../type-fix.ts';

export const propertiesNotValid = typeFix('metadata/properties-not-valid');
