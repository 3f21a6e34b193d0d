import { operationIdFix } from '../operation-id-fix.ts';

export const dynamicOperationIdNotFound = operationIdFix('extension/dynamic-operation-id-not-found');
