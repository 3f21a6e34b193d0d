import { spellingFix } from '../value-fix.ts';

export const urlEncodingValue = spellingFix('parameter/url-encoding-value', ['single', 'double']);
