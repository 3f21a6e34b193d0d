import { operationListFix } from '../operation-list-fix.ts';

export const policyOperationNotFound = operationListFix('policy/operation-not-found');
