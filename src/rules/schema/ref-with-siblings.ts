import { child } from '../../domain/pointer.ts';
import { quoteSome } from '../quote-some.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const refWithSiblings: Rule = {
  code: 'schema/ref-with-siblings',
  reference: ({ value, pointer }) => {
    const siblings = Object.keys(value).filter((key) => key !== '$ref');
    if (siblings.length === 0) return undefined;
    const [stands, is] = siblings.length === 1 ? ['stands', 'is'] : ['stand', 'are'];
    const message = `Next to "$ref" ${stands} ${quoteSome(siblings)}, which ${is} not read`;
    const hint = 'Move it to what the reference names, or write that out here';
    return [{ at: inOpenApi(child(pointer, '$ref')), message, hint }];
  },
};
