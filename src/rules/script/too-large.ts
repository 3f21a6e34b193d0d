import type { Rule } from '../rule.ts';

/** Bytes. */
const LIMIT = 1024 * 1024;

export const tooLarge: Rule = {
  code: 'script/too-large',
  connector: ({ script }) => {
    const size = script === undefined ? 0 : Buffer.byteLength(script.text);
    if (size <= LIMIT) return undefined;
    const message = `The script has ${size} bytes, and ${LIMIT} is the most that is accepted`;
    return [{ at: { part: 'script', pointer: '' }, message, hint: 'Move data out of it, or work into the service' }];
  },
};
