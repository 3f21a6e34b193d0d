import { child } from '../../domain/pointer.ts';
import { policyValuesOf } from '../facts/policies.ts';
import { quote, quoteChoice } from '../quote.ts';
import { inProperties, type Rule } from '../rule.ts';

const REQUIRED = new Map([
  ['setheader', ['name', 'value']],
  ['setqueryparameter', ['name', 'value']],
  ['dynamichosturl', ['urlTemplate']],
  ['routerequesttoendpoint', ['newPath']],
  ['setproperty', ['newPropertyParentPathTemplate', 'newPropertySubPathTemplate', 'propertyValuePathTemplate']],
  ['pollingtrigger', ['triggerConfig', 'triggerDataPath']],
  ['stringreplace', ['propertyParentPath', 'sourceString', 'replacementString', 'newPropertyPath']],
  ['updatenextlink', ['nextLinkPropertyName']],
  ['convertobjecttoarray', ['propertyParentPath', 'newPropertyPath']],
  ['setvaluefromurl', ['parameterTemplate', 'parameterValueUrl', 'parameterValuePathTemplate']],
  ['convertarraytoobject', ['propertyParentPath', 'keyWithinCollectionPath', 'newPropertyPath']],
  ['stringtoarray', ['propertyParentPath', 'delimiterList', 'childPropertyName', 'newPropertyPath']],
  ['encodepropertyvalue', ['propertyParentPath', 'newPropertyPath']],
]);

export const parameterMissing: Rule = {
  code: 'policy/parameter-missing',
  policy: (policy) => {
    const given = new Set(policyValuesOf(policy).map(({ name }) => name));
    const absent = (REQUIRED.get(policy.template) ?? []).filter((name) => !given.has(name));
    if (absent.length === 0) return undefined;
    return [
      {
        at: inProperties(child(policy.pointer, 'parameters')),
        message: `A ${quote(policy.template)} policy needs ${quoteChoice(absent, 'and')}`,
        hint: 'Add what is missing to its parameters',
      },
    ];
  },
};
