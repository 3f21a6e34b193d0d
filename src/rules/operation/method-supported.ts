import { nameOf } from '../facts/operation-name.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const methodSupported: Rule = {
  code: 'operation/method-supported',
  operation: (operation) => {
    const { verb, pointer } = operation;
    if (verb !== 'head' && verb !== 'options') return undefined;
    const message = `${nameOf(operation)} is a ${verb.toUpperCase()}, which flows and apps have no use for`;
    return [{ at: keyInOpenApi(pointer), message, hint: 'Use GET, POST, PUT, PATCH or DELETE, or leave it out' }];
  },
};
