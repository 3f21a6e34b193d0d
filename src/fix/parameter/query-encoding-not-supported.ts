import { removalFix } from '../removal-fix.ts';

/** Read of path parameters only. */
export const queryEncodingNotSupported = removalFix('parameter/query-encoding-not-supported');
