import { spellingFix } from '../value-fix.ts';

export const policySection = spellingFix('policy/section', ['Request', 'Response', 'Failure']);
