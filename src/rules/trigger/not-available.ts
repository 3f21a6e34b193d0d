import { child } from '../../domain/pointer.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const notAvailable: Rule = {
  code: 'trigger/not-available',
  document: (_, { operations }) => {
    const triggers = operations.filter(({ kind }) => kind === 'trigger');
    const [first] = triggers;
    if (first === undefined) return undefined;
    const which =
      triggers.length === 1 ? 'The trigger of this connector' : `The ${triggers.length} triggers of this connector`;
    const message = `${which} cannot be used in Power Apps, which has none`;
    const hint = 'Offer the same data through an action if apps are to have it';
    return [{ at: keyInOpenApi(child(first.pointer, 'x-ms-trigger')), message, hint, identity: 'triggers' }];
  },
};
