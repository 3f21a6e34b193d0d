import { isInternal } from '../../domain/operation.ts';
import { child } from '../../domain/pointer.ts';
import { isFirstCallOf, resolveCall } from '../facts/resolved-call.ts';
import { nameOf } from '../facts/operation-name.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const dynamicTargetVisible: Rule = {
  code: 'extension/dynamic-target-visible',
  dynamicCall: (call, subject) => {
    const { target } = resolveCall(call, subject);
    if (target === undefined || isInternal(target.value) || !isFirstCallOf(target, call)) return undefined;
    return [
      {
        at: inOpenApi(child(call.pointer, 'operationId')),
        message: `${nameOf(target)} fills in choices for designers and is offered to makers as well`,
        hint: 'Give it "x-ms-visibility": "internal" if makers have no use for it',
        related: [{ at: inOpenApi(target.pointer), message: 'The operation that is called' }],
        identity: target.id ?? target.pointer,
      },
    ];
  },
};
