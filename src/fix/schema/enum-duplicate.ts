import { removalFix } from '../removal-fix.ts';

/** A value that is listed before. */
export const enumDuplicate = removalFix('schema/enum-duplicate');
