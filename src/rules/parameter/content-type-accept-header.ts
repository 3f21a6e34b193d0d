import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

const SET_BY = new Map([
  ['content-type', 'consumes'],
  ['accept', 'produces'],
]);

export const contentTypeAcceptHeader: Rule = {
  code: 'parameter/content-type-accept-header',
  parameter: ({ name, location, pointer }) => {
    const key = location === 'header' ? SET_BY.get(name?.toLowerCase() ?? '') : undefined;
    if (key === undefined) return undefined;
    return [
      {
        at: inOpenApi(child(pointer, 'name')),
        message: `The platform sets the header ${quote(name)} itself`,
        hint: `Name the media type in "${key}" and leave the parameter out`,
      },
    ];
  },
};
