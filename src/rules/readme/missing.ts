import type { Rule } from '../rule.ts';

export const missing: Rule = {
  code: 'readme/missing',
  connector: ({ readme, properties, files }) => {
    const isThere = readme !== undefined || files.some((file) => /(?:^|\/)readme\.md$/i.test(file));
    // A definition alone is somebody's first look at it; an empty folder lacks more than this.
    if (isThere || properties === undefined) return undefined;
    const message = 'The connector has no "README.md"';
    const hint = 'Add one: what it is for, what one needs before using it, and how to get the credentials';
    return [{ at: { part: 'folder', pointer: '' }, message, hint }];
  },
};
