import { child, parentOf } from '../../domain/pointer.ts';
import { removalFix } from '../removal-fix.ts';

const LOCATIONS: ReadonlySet<unknown> = new Set(['query', 'header', 'formData', 'body']);

/** Read of path parameters only. A location that is misspelt may be meant to be a path. */
export const queryEncodingNotSupported = removalFix('parameter/query-encoding-not-supported', ({ document, pointer }) =>
  LOCATIONS.has(document.valueAt(child(parentOf(pointer), 'in'))),
);
