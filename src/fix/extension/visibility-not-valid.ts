import { VALUES } from '../../rules/extension/visibility-not-valid.ts';
import { spellingFix } from '../value-fix.ts';

export const visibilityNotValid = spellingFix('extension/visibility-not-valid', VALUES);
