import { spellingFix } from '../value-fix.ts';

export const mediaKind = spellingFix('schema/media-kind', ['image', 'audio']);
