import { INITIAL } from './0001-initial.ts';

/** The steps of the schema in order: number 1 is the first. A step that was ever released is never edited; a new one is added. */
export const MIGRATIONS: readonly string[] = [INITIAL];
