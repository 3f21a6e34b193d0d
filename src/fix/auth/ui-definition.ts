import { typeFix } from '../type-fix.ts';

/** `required` and `hidden` are texts here, and booleans almost everywhere else. */
export const uiDefinition = typeFix('auth/ui-definition');
