import type { Rule } from '../rule.ts';

export const inIndependentPublisher: Rule = {
  code: 'icon/in-independent-publisher',
  connector: ({ icon }) => {
    if (icon === undefined) return undefined;
    const message = 'An independent publisher hands in no icon: all of them get the same';
    return [{ at: { part: 'icon', pointer: '' }, message, hint: 'Delete the file' }];
  },
};
