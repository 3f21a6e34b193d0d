import { member } from '../../domain/json.ts';
import { inProperties, type Rule } from '../rule.ts';

export const stackOwnerBlocksDeployment: Rule = {
  code: 'metadata/stack-owner-blocks-deployment',
  properties: (properties) => {
    if (member(properties, 'stackOwner') === undefined) return undefined;
    const message = 'Some regions refuse a custom connector whose properties hold "stackOwner"';
    const hint = 'Keep it for certification; whoever deploys the files by hand leaves it out';
    return [{ at: inProperties('/stackOwner'), message, hint }];
  },
};
