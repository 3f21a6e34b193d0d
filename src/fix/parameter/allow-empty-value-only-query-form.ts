import { removalFix } from '../removal-fix.ts';

/** Read of query and form parameters only. */
export const allowEmptyValueOnlyQueryForm = removalFix('parameter/allow-empty-value-only-query-form');
