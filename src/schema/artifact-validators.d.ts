import type { Validate } from './validators.js';

/** What one job leaves for the next: the first mistake ends it. */
export const pullRequest: Validate;
export const plan: Validate;
