import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const reservedIsUsed: Rule = {
  code: 'parameter/reserved-is-used',
  parameter: ({ name, location, pointer }) => {
    if (location !== 'header' || name?.toLowerCase() !== 'authorization') return undefined;
    return [
      {
        at: inOpenApi(child(pointer, 'name')),
        message: `The header ${quote(name)} belongs to the platform, which puts the connection's credentials there`,
        hint: 'Make it a connection parameter, and send it with the security definition or a "setheader" policy',
      },
    ];
  },
};
