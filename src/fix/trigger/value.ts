import { spellingFix } from '../value-fix.ts';

export const triggerValue = spellingFix('trigger/value', ['single', 'batch']);
