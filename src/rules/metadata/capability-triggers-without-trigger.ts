import { arrayMember } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { inProperties, type Rule } from '../rule.ts';

export const capabilityTriggersWithoutTrigger: Rule = {
  code: 'metadata/capability-triggers-without-trigger',
  properties: (properties, { document, operations, operationCount }) => {
    const index = (arrayMember(properties, 'capabilities') ?? []).indexOf('triggers');
    const isUnknown = document === undefined || operationCount > operations.length;
    if (index < 0 || isUnknown || operations.some(({ kind }) => kind === 'trigger')) return undefined;
    const message = 'The connector says that it can do "triggers", and no operation is one';
    const hint = 'Remove "triggers" from "capabilities", or add "x-ms-trigger" to an operation';
    return [{ at: inProperties(pointerTo('capabilities', index)), message, hint }];
  },
};
