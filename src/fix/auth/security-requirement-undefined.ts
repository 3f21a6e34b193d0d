import { requirementFix } from '../requirement-fix.ts';

export const securityRequirementUndefined = requirementFix('auth/security-requirement-undefined');
