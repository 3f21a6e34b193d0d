import { arrayMember, member, objectMember, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const discriminator: Rule = {
  code: 'schema/discriminator',
  schemaKeys: ['discriminator'],
  schema: ({ kind, value, pointer }) => {
    const name = member(value, 'discriminator');
    if (kind !== 'schema' || typeof name !== 'string') return undefined;
    const property = objectMember(objectMember(value, 'properties'), name);
    const isRequired = arrayMember(value, 'required')?.includes(name) === true;
    // A reference hides the type, which is then taken to be right.
    const isText = property !== undefined && ['string', undefined].includes(stringMember(property, 'type'));
    if (isRequired && isText) return undefined;
    const fault = property === undefined ? 'not one of its properties' : isText ? 'not required' : 'not a string';
    const message = `The discriminator names ${quote(name)}, which is ${fault}`;
    const hint = 'Define it as a property of type "string" and list it under "required"';
    return [{ at: inOpenApi(child(pointer, 'discriminator')), message, hint }];
  },
};
