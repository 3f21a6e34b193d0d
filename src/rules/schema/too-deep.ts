import { inOpenApi, type Rule } from '../rule.ts';

// The platform does not publish its limit; the deepest schema of a thousand real connectors has 15 levels.
const DEEPEST = 15;

export const tooDeep: Rule = {
  code: 'schema/too-deep',
  schema: (schema) => {
    // Once where it becomes too deep, not again for all that is below.
    if (schema.depth !== DEEPEST + 1) return undefined;
    const message = `This schema is more than ${DEEPEST} levels deep, and designers may not show it`;
    return [{ at: inOpenApi(schema.pointer), message, hint: 'Leave inner levels out, or make one a plain object' }];
  },
};
