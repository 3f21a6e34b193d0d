import { member, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { isOfType, isTypeName } from '../facts/json-types.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const defaultValueMustMatchType: Rule = {
  code: 'schema/default-value-must-match-type',
  schemaKeys: ['default'],
  schema: ({ value, pointer }) => {
    const type = stringMember(value, 'type');
    const given = member(value, 'default');
    if (given === undefined || type === undefined || !isTypeName(type) || isOfType(given, type)) return undefined;
    if (given === null && member(value, 'x-nullable') === true) return undefined;
    const written = typeof given === 'string' ? `the text ${quote(given)}` : quote(given);
    const message = `The default is ${written}, which is not of type ${quote(type)}`;
    return [{ at: inOpenApi(child(pointer, 'default')), message, hint: hintFor(given, type) }];
  },
};

function hintFor(given: unknown, type: string): string {
  if (given === null) return 'Remove the default';
  if (typeof given !== 'string' || type === 'array' || type === 'object')
    return `Write a value of type "${type}", or change the type`;
  return given.trim() === '' ? 'Remove the default' : 'Write the value without quotes, or change the type to "string"';
}
