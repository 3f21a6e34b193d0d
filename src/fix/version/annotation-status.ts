import { spellingFix } from '../value-fix.ts';

export const annotationStatus = spellingFix('version/annotation-status', ['Preview', 'Production']);
