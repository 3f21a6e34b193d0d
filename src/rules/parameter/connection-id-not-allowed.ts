import { child } from '../../domain/pointer.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const connectionIdNotAllowed: Rule = {
  code: 'parameter/connection-id-not-allowed',
  parameter: ({ name, pointer }) => {
    if (name !== 'connectionId') return undefined;
    const message = 'The name "connectionId" belongs to the platform, which puts the connection there';
    return [{ at: inOpenApi(child(pointer, 'name')), message, hint: 'Give the parameter another name' }];
  },
};
