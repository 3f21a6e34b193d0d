import type { Rule } from '../rule.ts';

export const notInLogicApps: Rule = {
  code: 'script/not-in-logic-apps',
  connector: ({ script }) => {
    if (script === undefined) return undefined;
    const message = 'Logic Apps runs no custom code: there, requests and responses go through as they are';
    return [
      { at: { part: 'script', pointer: '' }, message, hint: 'Make sure that the operations are of use without it' },
    ];
  },
};
