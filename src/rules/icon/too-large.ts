import type { Rule } from '../rule.ts';

/** Bytes; the wizard accepts less than this. */
const LIMIT = 1024 * 1024;

export const tooLarge: Rule = {
  code: 'icon/too-large',
  connector: ({ icon }) => {
    if (icon === undefined || icon.bytes.length < LIMIT) return undefined;
    const message = `The icon has ${icon.bytes.length} bytes, and it has to stay below ${LIMIT}`;
    return [{ at: { part: 'icon', pointer: '' }, message, hint: 'Save it as a PNG of 230 by 230 pixels' }];
  },
};
