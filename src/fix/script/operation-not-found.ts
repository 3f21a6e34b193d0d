import { operationListFix } from '../operation-list-fix.ts';

export const scriptOperationNotFound = operationListFix('script/operation-not-found');
