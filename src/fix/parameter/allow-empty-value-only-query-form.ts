import { child, parentOf } from '../../domain/pointer.ts';
import { removalFix } from '../removal-fix.ts';

const LOCATIONS: ReadonlySet<unknown> = new Set(['path', 'header']);

/** Read of query and form parameters only. A location that is misspelt may be meant to be one of these. */
export const allowEmptyValueOnlyQueryForm = removalFix(
  'parameter/allow-empty-value-only-query-form',
  ({ document, pointer }) => LOCATIONS.has(document.valueAt(child(parentOf(pointer), 'in'))),
);
