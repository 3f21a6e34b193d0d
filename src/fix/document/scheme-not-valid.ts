import { spellingFix } from '../value-fix.ts';

export const schemeNotValid = spellingFix('document/scheme-not-valid', ['http', 'https']);
