import { spellingFix } from '../value-fix.ts';

export const existsAction = spellingFix('policy/exists-action', ['override', 'skip', 'append']);
