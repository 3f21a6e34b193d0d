import { removalFix } from '../removal-fix.ts';

/** An empty list requires nothing. */
export const requiredArrayEmpty = removalFix('schema/required-array-empty');
