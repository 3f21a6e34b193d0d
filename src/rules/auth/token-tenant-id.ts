import { member, objectMember, stringMember, type Json } from '../../domain/json.ts';
import { quote } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

export const tokenTenantId: Rule = {
  code: 'auth/token-tenant-id',
  connectionParameter: ({ name, value, pointer }) => {
    if (name !== 'token:TenantId') return undefined;
    const source = stringMember(objectMember(value, 'metadata'), 'sourceType');
    const constraints = objectMember(objectMember(value, 'uiDefinition'), 'constraints');
    const isHidden = is(member(constraints, 'hidden'), true) && is(member(constraints, 'required'), false);
    if (member(value, 'type') === 'string' && source === 'AzureActiveDirectoryTenant' && isHidden) return undefined;
    return [
      {
        at: inProperties(pointer),
        message: `Connection parameter ${quote(name)} does not have the one form in which the platform fills it in`,
        hint: 'Make it a hidden string that is not required, with the source type "AzureActiveDirectoryTenant"',
      },
    ];
  },
};

/** The platform writes these booleans as text; people also write them as they are. */
function is(written: Json | undefined, wanted: boolean): boolean {
  return written === wanted || written === String(wanted);
}
